// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Which certificate a hub may show: the pinned one and no other, or one that this machine trusts (SPEC.md R3). */
final class Trust {
    private final Optional<String> pin;
    private final AtomicReference<@Nullable String> refused = new AtomicReference<>();

    Trust(Optional<String> pin) {
        this.pin = pin;
    }

    /** The SHA-256 of the last certificate that was not trusted. */
    Optional<String> refused() {
        return Optional.ofNullable(refused.get());
    }

    OkHttpClient.Builder on(OkHttpClient.Builder client) {
        try {
            Checking checking = new Checking(systemTrust());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {checking}, null);
            client.sslSocketFactory(context.getSocketFactory(), checking);
            // The pin names the certificate itself, whatever host name stands in it.
            return pin.isPresent() ? client.hostnameVerifier((_, _) -> true) : client;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no TLS", impossible);
        }
    }

    private static X509TrustManager systemTrust() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .flatMap(manager -> manager instanceof X509TrustManager x509
                        ? Optional.of(x509).stream()
                        : Optional.<X509TrustManager>empty().stream())
                .findFirst()
                .orElseThrow();
    }

    private final class Checking implements X509TrustManager {
        private final X509TrustManager system;

        Checking(X509TrustManager system) {
            this.system = system;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            String shown = fingerprint(chain[0]);
            try {
                check(chain, type, shown);
            } catch (CertificateException no) {
                refused.set(shown);
                throw no;
            }
        }

        private void check(X509Certificate[] chain, String type, String shown) throws CertificateException {
            if (pin.isEmpty()) {
                system.checkServerTrusted(chain, type);
            } else if (!pin.get().equals(shown)) {
                throw new CertificateException("The hub shows another certificate than the pinned one: " + shown);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("A desk has no clients");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return system.getAcceptedIssuers();
        }
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException broken) {
            throw new CertificateException(broken);
        }
    }
}
