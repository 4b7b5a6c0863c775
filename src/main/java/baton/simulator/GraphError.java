// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** One "no" of the Graph API: what goes into an error body, or into the errors of a failed status (Cloud API 4.14, 3.3, 6). */
record GraphError(int code, int subcode, int http, String title, String details) {

    /** The documented HTTP status and title of a code; an unlisted code answers 400. */
    static GraphError of(int code, String details) {
        ErrorCatalogue.Known known = ErrorCatalogue.find(code);
        return new GraphError(code, 0, known.http(), known.title(), details);
    }

    static GraphError missing(String parameter) {
        return of(131008, "The parameter " + parameter + " is required.");
    }

    static GraphError invalid(String details) {
        return of(131009, details);
    }

    /** "Object does not exist": also what a token without the asset gets. */
    static GraphError unknownObject(String method, String id) {
        String title = "Unsupported " + method.toLowerCase(Locale.ROOT) + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation";
        return new GraphError(100, 33, 400, title, "");
    }

    static GraphError unknownPath(String path) {
        return new GraphError(2500, 0, 400, "Unknown path components: " + path, "");
    }

    ObjectNode body(String trace) {
        ObjectNode root = Json.object();
        ObjectNode error = root.putObject("error");
        error.put("message", subcode == 33 || code == 2500 ? title : "(#" + code + ") " + title);
        error.put("type", code == 100 && subcode == 33 ? "GraphMethodException" : "OAuthException");
        error.put("code", code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        if (!details.isEmpty()) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        error.put("fbtrace_id", trace);
        return root;
    }

    /** The element of {@code errors[]} in a failed status. */
    ObjectNode statusError() {
        ObjectNode error = Json.object().put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", details);
        return error.put("href", "https://developers.example/docs/whatsapp/cloud-api/support/error-codes/");
    }
}
