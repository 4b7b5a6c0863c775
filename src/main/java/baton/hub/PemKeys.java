// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.BadSettings;
import baton.run.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificate and key for TLS from PEM files. What cannot be used is refused with {@link BadSettings}, in a sentence. */
final class PemKeys {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> KINDS = List.of("EC", "RSA", "Ed25519");

    private PemKeys() {}

    /** A key store in memory; {@code password} protects it there. */
    static KeyStore load(Settings.TlsFiles files, String password) {
        try {
            Certificate[] chain = chain(files.certificate());
            PrivateKey key = key(files.key());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("hub", key, password.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException | IOException broken) {
            throw refused("--tls-cert and --tls-key do not fit together.");
        }
    }

    private static Certificate[] chain(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
        } catch (GeneralSecurityException | IOException unreadable) {
            // said below, in the same words
        }
        throw refused("--tls-cert " + file + " holds no certificate in PEM form.");
    }

    private static PrivateKey key(Path file) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(file));
        if (!pem.find()) {
            throw refused("--tls-key " + file + " holds no unencrypted PKCS #8 key"
                    + " (make one with: openssl pkcs8 -topk8 -nodes -in old.pem -out new.pem).");
        }
        PKCS8EncodedKeySpec bytes =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(bytes);
            } catch (InvalidKeySpecException anotherKind) {
                // the next kind may fit
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every Java has " + kind, impossible);
            }
        }
        throw refused("--tls-key " + file + " is of a kind that cannot be used; take RSA, EC or Ed25519.");
    }

    private static BadSettings refused(String sentence) {
        return new BadSettings(List.of(sentence));
    }
}
