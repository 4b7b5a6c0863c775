// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The OpenAPI document that describes the door, as it is served. */
final class Document {
    private Document() {}

    static List<Route> routes() {
        byte[] document = read();
        return List.of(Route.get("/api/openapi.json", Access.ANYBODY, _ -> Reply.rawJson(document)));
    }

    static byte[] read() {
        try (InputStream in = Objects.requireNonNull(
                Document.class.getResourceAsStream("openapi.json"), "The OpenAPI document is missing")) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
