// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.Optional;

/** The platform's own pricing record of a message, as delivered in a status (WHATSAPP.md 3.5); {@code raw} is kept verbatim. */
public record Pricing(Optional<String> model, Optional<String> type, Optional<String> category, String raw) {}
