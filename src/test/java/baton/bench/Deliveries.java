// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed webhook requests as Meta sends them, each a text message with an id of its own. Safe for many threads. */
final class Deliveries {

    static final String NUMBER = "771940260085512";

    private final String host;
    private final SecretKeySpec key;
    private final int customers;
    private final String run;
    private final AtomicLong next = new AtomicLong();

    /** {@code run}: makes the message ids of one run differ from those of another. */
    Deliveries(String host, String secret, int customers, String run) {
        this.host = host;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.customers = customers;
        this.run = run;
    }

    /** A body alone; {@code due}: when it is sent, which its text says too (see {@link Sent}). */
    byte[] body(Instant due) {
        return body(due, 1);
    }

    /** A body with so many messages, each of the next customer. */
    private byte[] body(Instant due, int messages) {
        String changes = IntStream.range(0, messages).mapToObj(_ -> change(due)).collect(Collectors.joining(","));
        return """
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[%s]}]}\
            """.formatted(changes).getBytes(StandardCharsets.UTF_8);
    }

    private String change(Instant due) {
        long n = next.getAndIncrement();
        int customer = (int) (n % customers);
        String phone = phone(customer);
        return """
            {"value":{"messaging_product":\
            "whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"%s"},"contacts":[{"profile":{"name":\
            "Customer %d"},"wa_id":"%s"}],"messages":[{"from":"%s","id":"%s","timestamp":"%d","text":{"body":\
            "Question %d: when does my parcel arrive? %s"},"type":"text"}]},"field":"messages"}\
            """.formatted(
                NUMBER, customer, phone, phone, "wamid." + run + "." + n, due.getEpochSecond(), n, Sent.stamp(due));
    }

    /** A whole HTTP request, head and body. */
    byte[] next(Instant due) {
        return next(due, 1);
    }

    /** A whole HTTP request with so many messages, as Meta sends them when a hub was away. */
    byte[] next(Instant due, int messages) {
        byte[] body = body(due, messages);
        byte[] head = ("POST /webhooks/whatsapp HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n"
                        + "X-Hub-Signature-256: sha256=" + HexFormat.of().formatHex(sign(body)) + "\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    static String phone(int customer) {
        return "4477" + (100_000_000 + customer);
    }

    private byte[] sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
