// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.run.Secret;
import baton.whatsapp.Signature.Match;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The digests here were computed with openssl: {@code printf BODY | openssl dgst -sha256 -hmac k3y}. */
final class SignatureTest {
    private static final String WORKED_EXAMPLE = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";
    private static final String DIGEST = "5cdee239f03ee565fd966b175381a37eb166aef25fcc8ceb20aea23f159efe3e";
    private static final String OF_ESCAPED = "bf6c610d0484501225533101d269d45ad5b1e5caaaba88c377c66e795f829229";

    private final Signature signature = new Signature(new Secret("k3y"));

    @Test
    void theWorkedExampleOfTheDescriptionFits() {
        assertThat(check(WORKED_EXAMPLE, "sha256=" + DIGEST)).isEqualTo(Match.RAW);
        assertThat(check(WORKED_EXAMPLE, "sha256=" + DIGEST.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(Match.RAW);
        assertThat(signature.header(bytes(WORKED_EXAMPLE))).isEqualTo("sha256=" + DIGEST);
    }

    @Test
    void oneOtherByteOrAnotherSecretDoesNotFit() {
        assertThat(check(WORKED_EXAMPLE + " ", "sha256=" + DIGEST)).isEqualTo(Match.NONE);
        assertThat(new Signature(new Secret("k3z")).check(bytes(WORKED_EXAMPLE), "sha256=" + DIGEST))
                .isEqualTo(Match.NONE);
    }

    @Test
    void aBodyThatWasSignedInItsEscapedFormFits() {
        assertThat(check("{\"text\":\"ä👍\"}", "sha256=" + OF_ESCAPED)).isEqualTo(Match.ESCAPED);
        assertThat(check("{\"text\":\"\\u00e4\\ud83d\\udc4d\"}", "sha256=" + OF_ESCAPED))
                .isEqualTo(Match.RAW);
    }

    @Test
    void aLargeBodyIsEscapedWhole() {
        String umlauts = "ä".repeat(300_000);
        String header = signature.header(bytes("\\u00e4".repeat(300_000)));
        assertThat(check(umlauts, header)).isEqualTo(Match.ESCAPED);
        assertThat(check(umlauts + "x", header)).isEqualTo(Match.NONE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sha256=", "sha1=" + DIGEST, DIGEST, "sha256=" + DIGEST + "00", "sha256=zz" + DIGEST})
    void aMissingOrMalformedHeaderDoesNotFit(String header) {
        assertThat(signature.check(bytes(WORKED_EXAMPLE), header)).isEqualTo(Match.NONE);
    }

    @Test
    void digitsThatAreNoHexDoNotFit() {
        char[] digits = new char[64];
        Arrays.fill(digits, 'g');
        assertThat(check(WORKED_EXAMPLE, "sha256=" + new String(digits))).isEqualTo(Match.NONE);
    }

    @Test
    void bytesThatAreNoTextDoNotBreakTheCheck() {
        byte[] body = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3};
        assertThat(signature.check(body, "sha256=" + DIGEST)).isEqualTo(Match.NONE);
        assertThat(signature.check(body, signature.header(body))).isEqualTo(Match.RAW);
    }

    private Match check(String body, String header) {
        return signature.check(bytes(body), header);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
