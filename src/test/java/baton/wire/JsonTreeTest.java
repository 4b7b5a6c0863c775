// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

final class JsonTreeTest {

    @Test
    void readsAllThatTheMapperReads() {
        byte[] json = """
            {"words":"안녕 \\u00e9 \\"","none":null,"list":[1,-2,9007199254740993,12345678901234567890,true,false,[],{}],"share":0.25,"empty":"","in":{"a":{"b":[{"c":1}]}}}\
            """.getBytes(UTF_8);
        assertThat(JsonTree.read(json).toString())
                .isEqualTo(Json.MAPPER.readTree(json).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{,}",
                "[1",
                "[1,]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":1,}",
                "[1] 2",
                "{\"a\":1}}",
                "word",
                "tru",
                "nul",
                "-",
                "+1",
                "01",
                "-01",
                ".5",
                "1.",
                "1e",
                "0x10",
                "NaN",
                "\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "\"line\nbreak\"",
                "'a'"
            })
    void refusesWhatIsNotOneValue(String text) {
        assertThatThrownBy(() -> JsonTree.read(text.getBytes(UTF_8))).isInstanceOf(JacksonException.class);
    }
}
