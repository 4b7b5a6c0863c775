// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A token, key or password that never prints itself: whoever needs the value must ask for it by name. Any thread. */
public final class Secret {
    private final String value;

    /** Refuses blank text with an {@link IllegalArgumentException}: an empty secret protects nothing. */
    public Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A secret must not be blank");
        }
        this.value = value;
    }

    /** The value itself, for the one place that hands it on. */
    public String reveal() {
        return value;
    }

    /** Whether the text is the secret; takes as long for a wrong text as for the right one. */
    public boolean matches(String text) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
