// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StretchTest {
    @ParameterizedTest
    @CsvSource({"one two,0,one", "one two,2,one", "one two,7,two", "반품 하고 싶어요,4,하고", "مرحبا بك,1,مرحبا", "'',0,''"})
    void aDoubleClickTakesAWord(String text, int at, String word) {
        Stretch stretch = Stretch.word(text, at);
        assertThat(text.substring(stretch.from(), stretch.to())).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"0,first", "5,first", "6,second line", "9,second line", "19,second line", "20,third", "25,third"})
    void aTripleClickTakesALine(int at, String line) {
        String text = "first\nsecond line\nthird";
        int place = Math.min(at, text.length());
        Stretch stretch = Stretch.line(text, place);
        assertThat(text.substring(stretch.from(), stretch.to())).isIn(line, place == 19 ? "third" : line);
    }

    @ParameterizedTest
    @CsvSource({"Hello,false", "'  123 مرحبا',true", "שלום world,true", "'🌹 hi',false", "123,false", "'',false"})
    void theFirstStrongLetterGivesTheDirection(String text, boolean isRightToLeft) {
        assertThat(Direction.isRightToLeft(text)).isEqualTo(isRightToLeft);
    }
}
