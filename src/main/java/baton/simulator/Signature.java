// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhook bodies with the app secret, in both spellings Meta sends (Cloud API 1.2). */
final class Signature {
    private Signature() {}

    /** The value of {@code X-Hub-Signature-256}. */
    static String sha256(String secret, byte[] body) {
        return "sha256=" + hex("HmacSHA256", secret, body);
    }

    /** The value of the older {@code X-Hub-Signature}. */
    static String sha1(String secret, byte[] body) {
        return "sha1=" + hex("HmacSHA1", secret, body);
    }

    private static String hex(String algorithm, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this JDK lacks " + algorithm, broken);
        }
    }
}
