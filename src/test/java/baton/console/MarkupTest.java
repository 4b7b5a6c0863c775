// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkupTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        *bold*                  | [bold:BOLD]
        _it_ and ~gone~         | [it:ITALIC] and [gone:STRUCK]
        *_both_*                | [both:BOLD+ITALIC]
        a*b*c                   | a*b*c
        2 * 3 * 4               | 2 * 3 * 4
        * not*                  | * not*
        *not *                  | *not *
        *open                   | *open
        **                      | **
        (*in brackets*)!        | ([in brackets:BOLD])!
        `code *raw*`            | [code *raw*:MONO]
        *반품* 해 주세요           | [반품:BOLD] 해 주세요
        snake_case_name         | snake_case_name
        https://a.co/x_y_z      | <https://a.co/x_y_z>
        *see https://a.co/x*    | [see :BOLD]<https://a.co/x>
        """)
    void markupIsReadAsAPhoneReadsIt(String written, String expected) {
        assertThat(Markup.read(written).stream().map(MarkupTest::drawn).collect(Collectors.joining()))
                .isEqualTo(expected);
    }

    @Test
    void aListShowsTheWordsWithoutTheSigns() {
        assertThat(Markup.plain("Order *#4471* is _on its way_, see https://baton.app/a_b_c"))
                .isEqualTo("Order #4471 is on its way, see https://baton.app/a_b_c");
    }

    @Property
    void nothingButSignsEverGetsLost(@ForAll @StringLength(max = 40) @CharRange(from = ' ', to = 'z') String text) {
        String drawn = Markup.read(text).stream().map(Markup.Span::text).collect(Collectors.joining());
        assertThat(drawn.replaceAll("[*_~`]", "")).isEqualTo(text.replaceAll("[*_~`]", ""));
    }

    private static String drawn(Markup.Span span) {
        if (span.link().isPresent()) {
            return "<" + span.text() + ">";
        }
        String styles = span.styles().stream().sorted().map(Enum::name).collect(Collectors.joining("+"));
        return styles.isEmpty() ? span.text() : "[" + span.text() + ":" + styles + "]";
    }
}
