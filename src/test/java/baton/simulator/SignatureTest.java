// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SignatureTest {
    @Test
    void theSignatureIsTheHmacOfTheRawBytes() {
        byte[] body = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThat(Signature.sha256("k3y", body)).isEqualTo("sha256=" + hmac("k3y", body));
    }

    @Test
    void aDeliveryIsSignedOverExactlyTheBytesOnTheWire() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "ä 🙏 a/b");
            stage.until(() -> !stage.hub.deliveries.isEmpty());
            FakeHub.Delivery delivery = stage.hub.deliveries.getFirst();
            assertThat(delivery.body()).contains("\\u00e4 \\ud83d\\ude4f a\\/b").matches("\\p{ASCII}*");
            assertThat(delivery.signature())
                    .isEqualTo("sha256=" + hmac(Stage.SECRET, delivery.body().getBytes(StandardCharsets.UTF_8)));
            assertThat(stage.hub.texts()).containsExactly("ä 🙏 a/b");
        }
    }

    /** By the definition in RFC 2104, without the class the simulator uses. */
    private static String hmac(String secret, byte[] message) {
        byte[] key = Arrays.copyOf(secret.getBytes(StandardCharsets.UTF_8), 64);
        return HexFormat.of().formatHex(sha256(mixed(key, 0x5c), sha256(mixed(key, 0x36), message)));
    }

    private static byte[] mixed(byte[] key, int pad) {
        byte[] mixed = key.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] ^= (byte) pad;
        }
        return mixed;
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        try {
            return MessageDigest.getInstance("SHA-256").digest(both.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
