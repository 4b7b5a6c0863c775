// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        see https://baton.example/a_b?q=1., https://baton.example/a_b?q=1, baton.example, false
        www.baton.example, https://www.baton.example, www.baton.example, false
        https://paypal.com@evil.example/login, https://paypal.com@evil.example/login, evil.example, true
        https://аррӏе.com/x, https://xn--80ak6aa92e.com/x, xn--80ak6aa92e.com, true
        mail dewi@mail.example now, mailto:dewi@mail.example, '', false
        call +62 812-3456 7890!, tel:+6281234567890, '', false
        https://ko.example/한글 (see), https://ko.example/%ED%95%9C%EA%B8%80, ko.example, false
        """)
    void anAddressShowsItsRealHost(String text, String address, String host, boolean isMasked) {
        assertThat(Link.in(text)).singleElement().satisfies(found -> {
            assertThat(found.link().address()).hasToString(address);
            assertThat(found.link().host()).isEqualTo(host);
            assertThat(found.link().isMasked()).isEqualTo(isMasked);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.g. this", "Rp 310.000", "12.30-13.00", "https://", "http://nohost", "#4471", "1.2.3"})
    void whatIsNoAddressStaysText(String text) {
        assertThat(Link.in(text)).isEmpty();
    }

    @Test
    void aBracketOpenedInsideStays() {
        assertThat(Link.in("(https://en.example/wiki/A_(b))"))
                .singleElement()
                .satisfies(found -> assertThat(found.link().address()).hasToString("https://en.example/wiki/A_(b)"));
    }
}
