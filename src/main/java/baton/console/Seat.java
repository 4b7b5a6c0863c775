// SPDX-License-Identifier: Apache-2.0
package baton.console;

import baton.sync.Workspace;
import java.util.concurrent.Executor;

/**
 * What every screen of one signed-in desk leans on. {@code screen}: the way to the screen's thread, an {@link Fx}. {@code
 * background}: for whatever may wait for a disk. {@code ticker}: by the hub's clock.
 */
public record Seat(
        Workspace workspace,
        Executor screen,
        Executor background,
        Ticker ticker,
        Texts texts,
        Times times,
        Emoji emoji) {}
