// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotePolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "한", "👍", "\u1112"})
    void threeHundredCharactersAreANoteAndOneMoreIsNot(String character) {
        assertThat(NotePolicy.refuse(character.repeat(300))).isEmpty();
        assertThat(NotePolicy.refuse(character.repeat(301)))
                .contains(Refusal.because(Refusal.Reason.TOO_LONG, Map.of("characters", "301", "most", "300")));
    }

    @Test
    void aNoteMayBeOneCharacterAndTheStandardForm() {
        assertThat(NotePolicy.refuse("?")).isEmpty();
        assertThat(NotePolicy.refuse("2026/11/22 14:22|Return|new tracking number sent"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200f", "\u200d\u200d", "\u3164", "\n"})
    void aNoteWithoutAnythingToSeeIsEmpty(String text) {
        assertThat(NotePolicy.refuse(text)).contains(Refusal.because(Refusal.Reason.EMPTY));
    }
}
