// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowPlaceTest {
    private static final List<Rectangle2D> SCREENS =
            List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1280, 1024));

    @Test
    void aPlaceIsReadAsItWasWritten() {
        var place = new WindowPlace.Place(-8, 20, 1280, 800, true);
        assertThat(WindowPlace.Place.read(place.written())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2 3", "a b c d e", "{\"x\":1}"})
    void whatNobodyHereHasWrittenIsNoPlace(String line) {
        assertThat(WindowPlace.Place.read(line)).isEmpty();
    }

    @Test
    void aPlaceOnAScreenThatIsGoneIsNotTaken() {
        assertThat(place(2000, 10).isOn(SCREENS)).isTrue();
        assertThat(place(2000, 10).isOn(SCREENS.subList(0, 1))).isFalse();
        assertThat(place(100, -500).isOn(SCREENS)).isFalse();
    }

    private static WindowPlace.Place place(double x, double y) {
        return new WindowPlace.Place(x, y, 1280, 800, false);
    }
}
