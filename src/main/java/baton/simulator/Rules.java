// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Building blocks of the platform's checks: each says no with a reason, or nothing. */
final class Rules {
    private Rules() {}

    /** The first objection, in the order given; later checks are not asked. */
    @SafeVarargs
    static Optional<GraphError> first(Supplier<Optional<GraphError>>... checks) {
        for (Supplier<Optional<GraphError>> check : checks) {
            Optional<GraphError> objection = check.get();
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    static <T> Optional<GraphError> each(List<T> items, Function<T, Optional<GraphError>> check) {
        return items.stream().map(check).flatMap(Optional::stream).findFirst();
    }

    static Optional<GraphError> refuse(boolean broken, String details) {
        return broken ? Optional.of(GraphError.invalid(details)) : Optional.empty();
    }

    static Optional<GraphError> needs(JsonNode parent, String name, String label) {
        boolean there = parent.hasNonNull(name)
                && !(parent.path(name).isString() && Json.text(parent, name).isBlank());
        return there ? Optional.empty() : Optional.of(GraphError.missing(label));
    }

    /** Lengths count UTF-16 units, as WhatsApp does. */
    static Optional<GraphError> atMost(JsonNode parent, String name, int limit, String label) {
        int length = Json.text(parent, name).length();
        return refuse(length > limit, label + " is " + length + " characters long, at most " + limit + " are allowed.");
    }

    static Optional<GraphError> unique(List<String> values, String label) {
        return refuse(values.stream().distinct().count() < values.size(), label + " must be unique.");
    }
}
