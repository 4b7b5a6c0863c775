// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneVariantsTest {

    @ParameterizedTest
    @CsvSource({
        "551187654321, 5511987654321",
        "525512345678, 5215512345678",
        "541123456789, 5491123456789",
    })
    void theShortAndTheLongSpellingNameEachOther(String shorter, String longer) {
        assertThat(PhoneVariants.of(shorter)).containsExactly(longer);
        assertThat(PhoneVariants.of(longer)).containsExactly(shorter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "447700900341",
                "821012345678",
                "15551234567",
                "5511887654321",
                "5225512345678",
                "5411123456789",
                "55",
                "",
                "55119876543210",
                "52551234567"
            })
    void otherNumbersHaveNoOtherSpelling(String digits) {
        assertThat(PhoneVariants.of(digits)).isEmpty();
    }
}
