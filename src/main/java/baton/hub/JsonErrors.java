// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, before the door sees it, is said in the same form: JSON with one sentence, no more. */
final class JsonErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(
                true, ByteBuffer.wrap(Troubles.error(code, sentence(code)).body()), callback);
    }

    private static String sentence(int code) {
        return switch (code) {
            case 414, 431 -> "The address or the headers are too long.";
            case 408 -> "The request came too slowly.";
            case 503 -> "The hub is stopping.";
            default -> code < 500 ? "This is no HTTP request the hub understands." : "The hub failed at this.";
        };
    }
}
