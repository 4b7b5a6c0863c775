// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Deliveries as Meta writes them, with the few values a round cares about. */
final class Bodies {

    private Bodies() {}

    /** Texts of one customer. {@code broken}: with an entry among them that nobody can understand. */
    static byte[] texts(String phone, List<String> wamids, long at, boolean broken) {
        String entries = IntStream.range(0, wamids.size())
                .mapToObj(i -> text(phone, wamids.get(i), at + i, "line " + wamids.get(i)))
                .collect(Collectors.joining(broken ? ",{\"id\":17,\"from\":[],\"type\":{}}," : ","));
        return Load.utf8("""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"%s"},
            "contacts":[{"profile":{"name":"Customer %s"},"wa_id":"%s"}],"messages":[%s]}}]}]}
            """.formatted(HubProcess.NUMBER, phone, phone, entries));
    }

    private static String text(String phone, String wamid, long at, String words) {
        return "{\"from\":\"%s\",\"id\":\"%s\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(phone, wamid, at, words);
    }
}
