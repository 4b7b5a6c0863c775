// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Map;

/** The error codes of Cloud API section 6 with their documented HTTP status and title. */
final class ErrorCatalogue {
    record Known(int http, String title) {}

    private static final Known UNLISTED = new Known(400, "Unknown error");

    private static final Map<Integer, Known> CODES = Map.ofEntries(
            Map.entry(0, new Known(401, "Authentication error")),
            Map.entry(1, new Known(400, "An unknown error occurred")),
            Map.entry(2, new Known(503, "Service temporarily unavailable")),
            Map.entry(3, new Known(500, "Application does not have the capability to make this API call.")),
            Map.entry(4, new Known(400, "Application request limit reached")),
            Map.entry(10, new Known(403, "Application does not have permission for this action")),
            Map.entry(33, new Known(400, "Parameter value is not valid")),
            Map.entry(100, new Known(400, "Invalid parameter")),
            Map.entry(190, new Known(401, "Invalid OAuth access token - Cannot parse access token")),
            Map.entry(200, new Known(403, "You do not have the necessary permissions required")),
            Map.entry(368, new Known(403, "Temporarily blocked for policies violations")),
            Map.entry(80007, new Known(400, "Rate limit issues")),
            Map.entry(130429, new Known(400, "Rate limit hit")),
            Map.entry(130472, new Known(400, "User's number is part of an experiment")),
            Map.entry(130497, new Known(403, "Business account is restricted from messaging users in this country.")),
            Map.entry(131000, new Known(500, "Something went wrong")),
            Map.entry(131005, new Known(403, "Access denied")),
            Map.entry(131008, new Known(400, "Required parameter is missing")),
            Map.entry(131009, new Known(400, "Parameter value is not valid")),
            Map.entry(131016, new Known(500, "Service unavailable")),
            Map.entry(131021, new Known(400, "Recipient cannot be sender")),
            Map.entry(131026, new Known(400, "Message undeliverable")),
            Map.entry(131030, new Known(400, "Recipient phone number not in allowed list")),
            Map.entry(131031, new Known(403, "Account has been locked")),
            Map.entry(131037, new Known(400, "Phone number display name is not approved")),
            Map.entry(131042, new Known(400, "Business eligibility payment issue")),
            Map.entry(131045, new Known(500, "Incorrect certificate")),
            Map.entry(131047, new Known(400, "Re-engagement message")),
            Map.entry(131048, new Known(400, "Spam rate limit hit")),
            Map.entry(131049, new Known(400, "Meta chose not to deliver")),
            Map.entry(131050, new Known(400, "User has stopped marketing messages")),
            Map.entry(131051, new Known(400, "Unsupported message type")),
            Map.entry(131052, new Known(400, "Media download error")),
            Map.entry(131053, new Known(400, "Media upload error")),
            Map.entry(131056, new Known(400, "Pair rate limit hit")),
            Map.entry(131057, new Known(500, "Account in maintenance mode")),
            Map.entry(131062, new Known(400, "Recipient not supported for this message")),
            Map.entry(131215, new Known(400, "Phone number not eligible for groups")),
            Map.entry(132000, new Known(400, "Number of parameters does not match the expected number of params")),
            Map.entry(132001, new Known(404, "Template name does not exist in the translation")),
            Map.entry(132005, new Known(400, "Translated text too long")),
            Map.entry(132007, new Known(400, "Template format character policy violated")),
            Map.entry(132012, new Known(400, "Parameter format does not match format in the created template")),
            Map.entry(132015, new Known(400, "Template is paused")),
            Map.entry(132016, new Known(400, "Template is disabled")),
            Map.entry(132018, new Known(400, "There was an issue with the template parameters")),
            Map.entry(133004, new Known(503, "Server temporarily unavailable")),
            Map.entry(133010, new Known(400, "Account not registered")),
            Map.entry(135000, new Known(400, "Generic user error")));

    private ErrorCatalogue() {}

    static Known find(int code) {
        return CODES.getOrDefault(code, UNLISTED);
    }
}
