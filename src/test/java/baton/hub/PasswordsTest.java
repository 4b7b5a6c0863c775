// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void theStoredFormNamesItsCostAndNeverRepeats() {
        String stored = passwords.hash("correct horse");
        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("correct");
        assertThat(passwords.hash("correct horse")).isNotEqualTo(stored);
    }

    @Test
    void onlyTheSamePasswordFits() {
        Optional<String> stored = Optional.of(passwords.hash("correct horse"));
        assertThat(passwords.matches("correct horse", stored)).isTrue();
        assertThat(passwords.matches("correct horsf", stored)).isFalse();
        assertThat(passwords.matches("a name that nobody has", Optional.empty()))
                .isFalse();
        assertThat(passwords.matches("anything", Optional.of("not a hash"))).isFalse();
    }

    @Test
    void theSameLettersInAnotherFormFit() {
        Optional<String> stored = Optional.of(passwords.hash("caf\u00e9 caf\u00e9"));
        assertThat(passwords.matches("cafe\u0301 cafe\u0301", stored)).isTrue();
    }

    @Test
    void tooShortAndTooLongAreRefused() {
        assertThat(passwords.refuse("123456789")).isPresent();
        assertThat(passwords.refuse("1234567890")).isEmpty();
        assertThat(passwords.refuse("x".repeat(257))).isPresent();
    }
}
