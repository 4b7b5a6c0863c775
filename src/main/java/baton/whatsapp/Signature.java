// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.run.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells whether a delivery was signed with this app secret (WHATSAPP.md 1.2). Compares in constant time. Any thread. */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final HexFormat HEX = HexFormat.of();

    private final SecretKeySpec key;

    /** Which form of the body the signature fits. */
    public enum Match {
        /** The bytes as received. */
        RAW,
        /** The body with every character beyond ASCII written as a lower-case JSON escape: worth a line in the log. */
        ESCAPED,
        /** Neither: the delivery is refused. */
        NONE
    }

    public Signature(Secret appSecret) {
        key = new SecretKeySpec(appSecret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Checks the body as received against the header {@code X-Hub-Signature-256}; a missing or malformed header is {@code NONE}. */
    public Match check(byte[] body, @Nullable String header) {
        return claimed(header).map(digest -> match(body, digest)).orElse(Match.NONE);
    }

    /** The header that a sender with this secret would write; for tests and for a relay. */
    public String header(byte[] body) {
        return PREFIX + HEX.formatHex(raw(body));
    }

    /** The {@code appsecret_proof} of a token (WHATSAPP.md 0.2). */
    String proof(String token) {
        return HEX.formatHex(raw(token.getBytes(StandardCharsets.UTF_8)));
    }

    private Match match(byte[] body, byte[] digest) {
        if (MessageDigest.isEqual(raw(body), digest)) {
            return Match.RAW;
        }
        boolean fitsEscaped = EscapedBody.isNeededFor(body) && MessageDigest.isEqual(escaped(body), digest);
        return fitsEscaped ? Match.ESCAPED : Match.NONE;
    }

    private static Optional<byte[]> claimed(@Nullable String header) {
        if (header == null || !header.startsWith(PREFIX) || header.length() != PREFIX.length() + 64) {
            return Optional.empty();
        }
        try {
            return Optional.of(HEX.parseHex(header, PREFIX.length(), header.length()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private byte[] raw(byte[] body) {
        return mac().doFinal(body);
    }

    private byte[] escaped(byte[] body) {
        Mac mac = mac();
        EscapedBody.write(body, mac::update);
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
