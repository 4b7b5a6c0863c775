// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.run.Secret;
import baton.run.Settings;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustTest {
    private final RunningClock clock = new RunningClock();

    @TempDir
    private Path folder;

    @Test
    void aCertificateOfOnesOwnMakingIsTrustedWhenPinnedAndNotOtherwise() throws Exception {
        try (RunningHub hub = new RunningHub(folder.resolve("hub"), clock, Optional.of(pem(freshKeys())))) {
            HubAddress address = HubAddress.of("https://127.0.0.1:" + hub.port());
            SignInAnswer.Unusable stranger = (SignInAnswer.Unusable) signIn(address);
            assertThat(stranger.why()).isEqualTo(LinkState.Unusable.CERTIFICATE);
            String shown = stranger.certificate().orElseThrow();
            assertThat(signIn(address.pinned("0".repeat(64)))).isInstanceOf(SignInAnswer.Unusable.class);
            try (Workspace desk = Desks.inMemory(address.pinned(shown), "mina", clock)) {
                Desks.online(desk);
            }
        }
    }

    @Test
    void whatIsNoHubIsSaidToBeNone() throws Exception {
        try (RunningHub hub = new RunningHub(folder.resolve("hub"), clock)) {
            HubAddress beside = HubAddress.of(hub.address().url() + "/healthz");
            assertThat(signIn(beside))
                    .isInstanceOfSatisfying(
                            SignInAnswer.Unusable.class,
                            answer -> assertThat(answer.why()).isEqualTo(LinkState.Unusable.NO_HUB));
            assertThat(signIn(HubAddress.of("http://127.0.0.1:1")))
                    .isInstanceOfSatisfying(
                            SignInAnswer.NotReachable.class,
                            answer -> assertThat(answer.trouble()).isEqualTo(LinkState.Trouble.NOT_RUNNING));
            assertThat(new SignIn(hub.address(), Locale.ENGLISH, clock).attempt("mina", new Secret("wrong-password")))
                    .isInstanceOf(SignInAnswer.Refused.class);
        }
    }

    private SignInAnswer signIn(HubAddress address) {
        return new SignIn(address, Locale.ENGLISH, clock).attempt("mina", new Secret(RunningHub.PASSWORD));
    }

    private KeyStore freshKeys() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hub",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=some-other-name",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        return keys;
    }

    private Settings.TlsFiles pem(KeyStore keys) throws Exception {
        Certificate certificate = keys.getCertificate("hub");
        byte[] key = keys.getKey("hub", "changeit".toCharArray()).getEncoded();
        return new Settings.TlsFiles(
                written("certificate.pem", "CERTIFICATE", certificate.getEncoded()),
                written("key.pem", "PRIVATE KEY", key));
    }

    private Path written(String name, String what, byte[] bytes) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
