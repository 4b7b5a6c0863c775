// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of everything the door answers. */
record Routes(List<Route> all) {
    /** A route and the parts of its path that vary. */
    record Found(Route route, Map<String, String> parts) {}

    Routes {
        all = List.copyOf(all);
    }

    /** Refuses with 404 what is not in the table, and with 405 a path asked by another method. */
    Found find(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        List<Found> samePath =
                all.stream().flatMap(route -> found(route, path).stream()).toList();
        return samePath.stream()
                .filter(found -> found.route().method().equals(asked))
                .findFirst()
                .orElseThrow(() -> samePath.isEmpty() ? unknown() : wrongMethod(samePath));
    }

    private static Optional<Found> found(Route route, String path) {
        return route.match(path).map(parts -> new Found(route, parts));
    }

    private static Problem unknown() {
        return new Problem(404, "There is nothing at this address; /api/openapi.json lists what there is.");
    }

    private static Problem wrongMethod(List<Found> samePath) {
        String methods = samePath.stream().map(found -> found.route().method()).collect(Collectors.joining(", "));
        return new Problem(405, "This address takes " + methods + ".", Map.of("Allow", methods));
    }
}
