// SPDX-License-Identifier: Apache-2.0
package baton.sync;

/** The workspace that follows a hub. */
final class LiveWorkspace {
    private LiveWorkspace() {}

    static Workspace open(WorkspaceSettings settings) {
        throw new UnsupportedOperationException("Follows with the next commits: " + settings.hub());
    }
}
