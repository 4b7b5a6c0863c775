// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.Customer;
import baton.domain.Identity;
import baton.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;

/** What the demo's pretend colleagues say, in the customer's language as far as the country of their number tells it. */
final class DemoAnswers {

    private static final String FILE = "/assets/demo/answers.json";
    private static final Map<String, String> LANGUAGES =
            Map.of("82", "ko", "62", "id", "55", "pt", "52", "es", "57", "es", "54", "es", "34", "es", "91", "hi");

    private final Map<String, List<String>> texts;

    private DemoAnswers(Map<String, List<String>> texts) {
        this.texts = texts;
    }

    static DemoAnswers load() {
        try (InputStream file = Objects.requireNonNull(DemoAnswers.class.getResourceAsStream(FILE), FILE)) {
            return new DemoAnswers(Json.MAPPER.readValue(file, new TypeReference<Map<String, List<String>>>() {}));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The {@code turn}-th thing to say to this customer. */
    String to(Customer customer, int turn) {
        List<String> own = texts.getOrDefault(language(customer), List.of());
        return own.get(Math.floorMod(turn, own.size()));
    }

    private static String language(Customer customer) {
        return customer.identity(Identity.Kind.BSUID)
                .map(user -> DemoTongue.ofCountry(start(user)))
                .or(() ->
                        customer.identity(Identity.Kind.PHONE).map(phone -> LANGUAGES.getOrDefault(start(phone), "en")))
                .orElse("en");
    }

    private static String start(Identity identity) {
        return identity.value().substring(0, Math.min(2, identity.value().length()));
    }
}
