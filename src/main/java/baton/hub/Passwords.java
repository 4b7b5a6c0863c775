// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Turns passwords into what may be stored, with Argon2id (19 MiB, 2 passes, 1 lane), the cost written beside the hash so that
 * it can be raised later (SPEC.md R3). Slow by design and never on the journal's thread. Safe from any thread.
 */
public final class Passwords {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 256;

    private static final Cost COST = new Cost(19 * 1024, 2, 1);
    private static final int HASH_BYTES = 32;
    private static final Pattern STORED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([\\w+/-]+)\\$([\\w+/-]+)");
    /** Each hashing takes 19 MiB: more at once would let strangers take all memory. */
    private static final int AT_ONCE = 4;

    private record Cost(int kibibytes, int passes, int lanes) {}

    private final SecureRandom dice = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final String nobody = hash("a name that nobody has");

    /** Why this may not be a new password, if so: 10 to 256 characters. */
    public Optional<String> refuse(String password) {
        int length = password.codePointCount(0, password.length());
        return length < SHORTEST || length > LONGEST
                ? Optional.of("A password must have " + SHORTEST + " to " + LONGEST + " characters.")
                : Optional.empty();
    }

    /** The text to store, in the usual form {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
    public String hash(String password) {
        byte[] salt = new byte[16];
        dice.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        COST.kibibytes(),
                        COST.passes(),
                        COST.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(digest(password, salt, COST)));
    }

    /** Whether the password fits what was stored; when nothing was stored, no, after the same work. */
    public boolean matches(String password, Optional<String> stored) {
        Matcher parts = STORED.matcher(stored.orElse(nobody));
        if (password.length() > 4 * LONGEST || !parts.matches()) {
            return false;
        }
        Cost cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = digest(password, Base64.getDecoder().decode(parts.group(4)), cost);
        return MessageDigest.isEqual(expected, actual) && stored.isPresent();
    }

    private byte[] digest(String password, byte[] salt, Cost cost) {
        turns.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.kibibytes())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[HASH_BYTES];
            generator.generateBytes(bytes(password), hash);
            return hash;
        } finally {
            turns.release();
        }
    }

    /** The same password typed on another keyboard may come as other code points. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
