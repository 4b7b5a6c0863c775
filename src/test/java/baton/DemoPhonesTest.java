// SPDX-License-Identifier: Apache-2.0
package baton;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.phone.Handset;
import baton.console.phone.Handsets;
import baton.console.phone.PhoneScreen;
import baton.simulator.Simulator;
import baton.simulator.SimulatorSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The phone pane's phones are the stand-in's own. */
final class DemoPhonesTest {
    private final Simulator simulator =
            new Simulator(SimulatorSettings.of(URI.create("http://127.0.0.1:1"), "s", InstantSource.system()));
    private final DemoPhones phones = new DemoPhones(simulator.url(), new Random(1));

    @BeforeEach
    void start() {
        simulator.start();
    }

    @AfterEach
    void end() {
        phones.close();
        simulator.close();
    }

    @Test
    void whatSomebodyNewSaysStandsOnTheirPhone() {
        Handset marit = phones.introduce("Marit \"M\" 김", "ko");
        assertThat(marit.language()).isEqualTo("ko");
        assertThat(marit.phone()).startsWith("82");
        phones.say(marit, "배송 언제 오나요? 📦\n\"곧\"");
        assertThat(phones.look(marit).lines()).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("배송 언제 오나요? 📦\n\"곧\"");
            assertThat(line.own()).isTrue();
            assertThat(line.tick()).isEqualTo(PhoneScreen.Tick.DELIVERED);
        });
        assertThat(phones.all()).containsExactly(marit);
    }

    @ParameterizedTest
    @EnumSource(Handsets.Sample.class)
    void everySampleArrives(Handsets.Sample sample) {
        Handset somebody = phones.introduce("Ana", "pt");
        phones.send(somebody, sample);
        assertThat(phones.look(somebody).lines()).hasSize(1);
    }

    @Test
    void theWeatherIsTheSimulatorsOwn() {
        assertThat(phones.isRough()).isFalse();
        phones.weather(true);
        assertThat(phones.isRough()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(DemoTongue.class)
    void everyLanguageGetsANumberOfItsCountry(DemoTongue tongue) {
        assertThat(phones.introduce("X", tongue.code()).language()).isEqualTo(tongue.code());
    }
}
