// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.run.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where the Graph API is and how to speak to it. {@code token} is asked before every call, so that a renewed token counts at once. With
 * an {@code appSecret} every call carries its {@code appsecret_proof} (WHATSAPP.md 0.2).
 */
public record GraphSettings(
        URI baseUrl, String version, Supplier<Secret> token, Optional<Secret> appSecret, Timeouts timeouts) {
    /** The version spoken unless another is set. */
    public static final String DEFAULT_VERSION = "v25.0";

    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d{1,2}");

    /** How long to wait for a connection, for the next byte of an answer, and for a whole call; each above zero. */
    public record Timeouts(Duration connect, Duration read, Duration call) {
        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30));

        /** Refuses zero and negative lengths with an {@link IllegalArgumentException}: OkHttp would wait for ever. */
        public Timeouts {
            if (!connect.isPositive() || !read.isPositive() || !call.isPositive()) {
                throw new IllegalArgumentException("The timeouts of the Graph API must be longer than zero");
            }
        }
    }

    /** Refuses an address that is not http or https, and a version that is not like v25.0, with an {@link IllegalArgumentException}. */
    public GraphSettings {
        boolean isWeb = "https".equalsIgnoreCase(baseUrl.getScheme()) || "http".equalsIgnoreCase(baseUrl.getScheme());
        if (!isWeb || baseUrl.getHost() == null) {
            throw new IllegalArgumentException("The Graph API address must be an http or https URL, but is " + baseUrl);
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("The Graph API version must be like v25.0, but is " + version);
        }
    }

    /** The usual version and timeouts. */
    public static GraphSettings of(URI baseUrl, Supplier<Secret> token) {
        return new GraphSettings(baseUrl, DEFAULT_VERSION, token, Optional.empty(), Timeouts.DEFAULT);
    }
}
