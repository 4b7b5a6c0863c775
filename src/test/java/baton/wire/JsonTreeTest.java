// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTreeTest {

    @Test
    void readsWhatAWindowWaitsFor() {
        byte[] json = """
            {"words":"안녕 \\u00e9 \\"\\\\\\/\\b\\f\\n\\r\\t\\ud83d\\ude00","none":null,"list":[1,-2,0,9223372036854775807,true,false,[],{}],
             "empty":"","in" : {"a":{"b":[{"c":-9223372036854775808}]}}}\
            """.getBytes(UTF_8);
        assertThat(JsonTree.read(json))
                .isEqualTo(Map.of(
                        "words",
                        "안녕 é \"\\/\b\f\n\r\t😀",
                        "list",
                        List.of(1L, -2L, 0L, Long.MAX_VALUE, true, false, List.of(), Map.of()),
                        "empty",
                        "",
                        "in",
                        Map.of("a", Map.of("b", List.of(Map.of("c", Long.MIN_VALUE))))));
    }

    @Test
    void refusesWhatIsTooDeepInsteadOfOverflowing() {
        assertThat(JsonTree.read(("[".repeat(100) + "]".repeat(100)).getBytes(UTF_8)))
                .isInstanceOf(List.class);
        assertThatThrownBy(() -> JsonTree.read("[".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 levels");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> JsonTree.read(new byte[] {'"', (byte) 0xff, '"'}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void saysWhere() {
        assertThatThrownBy(() -> JsonTree.read("{\"a\":1 \"b\":2}".getBytes(UTF_8)))
                .hasMessage("There must be }, at character 7");
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
                "'a'",
                "null",
                "[null]",
                "0.25",
                "1E2",
                "9223372036854775808",
                "{\"a\":1,\"a\":2}",
                "\u0000",
                "1\u0000",
                "\"\\u00\u0661\u0661\""
            })
    void refusesWhatIsNotOneValue(String text) {
        assertThatThrownBy(() -> JsonTree.read(text.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }
}
