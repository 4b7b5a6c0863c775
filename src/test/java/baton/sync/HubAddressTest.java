// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class HubAddressTest {
    @Test
    void aTypedAddressIsHttpsUnlessItIsThisMachine() {
        assertThat(HubAddress.of(" hub.example.com ").url()).isEqualTo(URI.create("https://hub.example.com"));
        assertThat(HubAddress.of("localhost:8080/").url()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(HubAddress.of("127.0.0.1:8080").url()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(HubAddress.of("https://hub.example.com/team/").url())
                .isEqualTo(URI.create("https://hub.example.com/team"));
    }

    @Test
    void whatIsNoAddressOrNotSafeIsRefused() {
        assertThatThrownBy(() -> HubAddress.of("http://hub.example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://");
        assertThatThrownBy(() -> HubAddress.of("http://127.0.0.1.example.com"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HubAddress.of("ftp://hub")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HubAddress.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HubAddress.of("two words")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPinIsTheSha256OfACertificateHoweverItIsWritten() {
        assertThat(HubAddress.of("hub").pinned("AB:".repeat(31) + "AB").pin()).contains("ab".repeat(32));
        assertThatThrownBy(() -> HubAddress.of("hub").pinned("abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
