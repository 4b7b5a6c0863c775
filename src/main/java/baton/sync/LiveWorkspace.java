// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.util.Optional;

/** The workspace that follows a hub. */
final class LiveWorkspace {
    private static final Optional<Workspace> NOT_YET = Optional.empty();

    private LiveWorkspace() {}

    static Workspace open(WorkspaceSettings settings) {
        return NOT_YET.orElseThrow(() -> new IllegalStateException("Follows with the next commits: " + settings.hub()));
    }
}
