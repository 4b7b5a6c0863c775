// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import baton.domain.ConversationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The small requests beside the commands. */
class RequestsTest {

    @Test
    void aSignInNamesThePersonAndNeverPrintsThePassword() {
        SignInRequest request = SignInRequest.read(json("{'name':'mina','password':'s3cret'}"));

        assertThat(request).isEqualTo(new SignInRequest("mina", "s3cret"));
        assertThat(request.toString()).contains("mina").doesNotContain("s3cret");
    }

    @Test
    void aSignalTellsWhereAndWhetherSomebodyTypes() {
        assertThat(Signal.read(json("{'conversation':12,'typing':true}")))
                .isEqualTo(new Signal(new ConversationId(12), true));
        assertThat(Signal.read(json("{'conversation':12}"))).isEqualTo(new Signal(new ConversationId(12), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'password':'x'} | name",
                "{'name':'mina'} | password",
                "{'name':5,'password':'x'} | name",
                "{'name':'mina','password':null} | password",
            })
    void aSignInWithoutItsPartsIsRefused(String json, String name) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignInRequest.read(json(json)))
                .withMessageContaining("'" + name + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | conversation",
                "{'conversation':0} | conversation",
                "{'conversation':2,'typing':'yes'} | typing",
            })
    void aSignalWithoutItsPartsIsRefused(String json, String name) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Signal.read(json(json)))
                .withMessageContaining("'" + name + "'");
    }

    private static JsonNode json(String singleQuoted) {
        return Json.MAPPER.readTree(singleQuoted.replace('\'', '"'));
    }
}
