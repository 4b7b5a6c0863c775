// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.run.BadSettings;
import baton.run.Settings;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsDoorTest {
    @TempDir
    private Path folder;

    @Test
    void aClientThatTrustsTheCertificateGetsItsAnswerOverTls() throws Exception {
        KeyStore keys = freshKeys();
        try (OpenDoor hub = new OpenDoor(folder.resolve("hub"), deliveries -> deliveries, Optional.of(pem(keys)));
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(keys)).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + hub.door.port() + "/healthz"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void filesThatAreNoKeysAreRefusedInASentence() throws Exception {
        Settings.TlsFiles good = pem(freshKeys());
        Path text = Files.writeString(folder.resolve("text"), "hello");
        assertThatThrownBy(() -> PemKeys.load(new Settings.TlsFiles(text, good.key()), "x"))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("no certificate");
        assertThatThrownBy(() -> PemKeys.load(new Settings.TlsFiles(good.certificate(), text), "x"))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("PKCS #8");
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
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
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
        byte[] key = keys.getKey("hub", "changeit".toCharArray()).getEncoded();
        return new Settings.TlsFiles(
                write("cert.pem", "CERTIFICATE", keys.getCertificate("hub").getEncoded()),
                write("key.pem", "PRIVATE KEY", key));
    }

    private Path write(String name, String kind, byte[] bytes) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("hub", keys.getCertificate("hub"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
