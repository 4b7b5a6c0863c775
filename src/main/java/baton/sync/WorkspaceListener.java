// SPDX-License-Identifier: Apache-2.0
package baton.sync;

/** Hears of every change of a {@link Workspace}, one batch at a time in order, on a background thread of the workspace. */
@FunctionalInterface
public interface WorkspaceListener {

    /** What it throws is logged and does no harm. While it runs, later batches wait. */
    void changed(Changes changes);
}
