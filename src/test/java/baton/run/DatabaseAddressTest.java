// SPDX-License-Identifier: Apache-2.0
package baton.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

/** Each address is also given to the driver itself: what is safe by our reading must be so by its. */
final class DatabaseAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:baton",
                "jdbc:postgresql://",
                "jdbc:postgresql:///baton?user=u",
                "jdbc:postgresql://:5433/baton",
                "jdbc:postgresql://localhost/baton?user=u&password=p",
                "jdbc:postgresql://LOCALHOST:5433/baton",
                "jdbc:postgresql://127.0.0.1:5433/baton?sslmode=disable",
                "jdbc:postgresql://[::1]:5433/baton",
                "jdbc:postgresql://localhost:1,127.0.0.1:2,[::1]/baton?targetServerType=primary",
                "jdbc:postgresql://db/baton?host=localhost&sslmode=verify-full",
                "jdbc:postgresql://db/baton?sslmode=verify-full",
                "jdbc:postgresql://db/baton?user=u&sslmode=verify-ca&sslrootcert=/etc/ca.pem",
                "jdbc:postgresql://db/baton?sslmode=VERIFY-FULL",
                "jdbc:postgresql://db/baton?sslmode=%76erify-full",
                "jdbc:postgresql://db1,db2:5433/baton?sslmode=verify-full",
            })
    void whatStaysOnThisMachineOrIsVerifiedIsSafe(String url) {
        assertThat(new DatabaseAddress(url).isSafe()).isTrue();
        assertThat(isSafeByTheDriver(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/baton",
                "jdbc:postgresql://db.example.com:5432/baton?user=u",
                "jdbc:postgresql://10.0.0.5/baton?sslmode=require",
                "jdbc:postgresql://db/baton?sslmode=prefer",
                "jdbc:postgresql://db/baton?sslmode",
                "jdbc:postgresql://db/baton?sslMode=verify-full",
                "jdbc:postgresql://db/baton?%73slmode=verify-full",
                "jdbc:postgresql://db/baton?sslmode=verify-full&sslmode=disable",
                "jdbc:postgresql://db/sslmode=verify-full",
                "jdbc:postgresql://db/baton?options=x?sslmode=verify-full",
                "jdbc:postgresql://localhost,db/baton",
                "jdbc:postgresql://localhost:5432,db:5432/baton",
                "jdbc:postgresql://localhost/baton?host=db",
                "jdbc:postgresql://localhost/baton?PGHOST=db",
                "jdbc:postgresql:baton?host=db",
                "jdbc:postgresql://localhost.example.com/baton",
                "jdbc:postgresql://localhost#db/baton",
            })
    void whatGoesElsewhereUnverifiedIsNot(String url) {
        assertThat(new DatabaseAddress(url).isSafe()).isFalse();
        assertThat(isSafeByTheDriver(url)).isFalse();
    }

    /** Where they lead is written in files that the driver reads, or their code decides. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:baton?service=main",
                "jdbc:postgresql://localhost/baton?service=main",
                "jdbc:postgresql://db/baton?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
            })
    void whatCannotBeSeenHereIsNotSafe(String url) {
        assertThat(new DatabaseAddress(url).isSafe()).isFalse();
    }

    private static boolean isSafeByTheDriver(String url) {
        Properties read =
                Optional.ofNullable(Driver.parseURL(url, new Properties())).orElseThrow();
        boolean isHere = java.util.Arrays.stream(read.getProperty("PGHOST").split(","))
                .allMatch(host -> host.isEmpty() || Loopback.is(host));
        return isHere
                || read.getProperty("sslmode", "prefer")
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith("verify-");
    }
}
