// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a hub is. {@code pin}: the SHA-256 of its certificate as 64 hexadecimal digits, for a hub with a certificate of its
 * own making; then this very certificate is trusted and no other.
 */
public record HubAddress(URI url, Optional<String> pin) {

    /** Refuses with an {@link IllegalArgumentException} what is no https address; http only on this machine (SPEC.md R3). */
    public HubAddress {
        if (url.getHost() == null || !(isScheme(url, "https") || isScheme(url, "http"))) {
            throw new IllegalArgumentException("A hub's address begins with https:// or http://, but this is " + url);
        }
        if (isScheme(url, "http") && !isLoopback(url.getHost())) {
            throw new IllegalArgumentException("Off this machine a hub must be reached by https://");
        }
        pin = pin.map(HubAddress::digits);
    }

    /** As a person types it: {@code hub.example.com}, {@code localhost:8080}, {@code https://…}; without a scheme https. */
    public static HubAddress of(String typed) {
        String text = typed.strip();
        String whole = text.contains("://") ? text : (isLoopback(hostOf(text)) ? "http://" : "https://") + text;
        return new HubAddress(
                URI.create(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole), Optional.empty());
    }

    public HubAddress pinned(String sha256) {
        return new HubAddress(url, Optional.of(sha256));
    }

    private static String digits(String pin) {
        String digits = pin.replace(":", "").replace(" ", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A certificate's SHA-256 has 64 hexadecimal digits");
        }
        return digits;
    }

    private static boolean isScheme(URI url, String scheme) {
        return scheme.equalsIgnoreCase(url.getScheme());
    }

    private static String hostOf(String text) {
        return Objects.requireNonNullElse(URI.create("any://" + text).getHost(), "");
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }
}
