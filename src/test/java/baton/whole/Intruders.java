// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who comes to the webhook and is not Meta: unsigned and wrongly signed bodies, bodies without end, senders who dawdle. */
final class Intruders implements AutoCloseable {

    /** All their messages are called so; none may ever be seen. */
    static final String NAME = "wamid.INTRUDER";

    private static final int OVER_THE_LIMIT = 5 << 20;

    private final Outside hub;
    private final Random chance;
    private final List<Socket> slow = new ArrayList<>();

    Intruders(Outside hub, Random chance) {
        this.hub = hub;
        this.chance = chance;
    }

    void sendWhatIsNotSigned(int count) {
        for (int i = 0; i < count; i++) {
            byte[] body = Bodies.texts("4915199", List.of(NAME + chance.nextInt(1_000_000)), 1_780_315_200L, false);
            Map<String, String> signature = i % 2 == 0
                    ? Map.of()
                    : Map.of("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(noise(32)));
            assertThat(hub.postBytes("/webhooks/whatsapp", body, signature)).isEqualTo(401);
        }
    }

    void sendTooMuch() {
        assertThat(hub.postBytes("/webhooks/whatsapp", noise(OVER_THE_LIMIT), Map.of()))
                .isEqualTo(413);
    }

    /** They begin and never end; closed with this. */
    void sendSlowly(int count) {
        try {
            for (int i = 0; i < count; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write("POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n{"
                                .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        slow.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException alreadySentAway) {
                // that was the wish
            }
        });
    }
}
