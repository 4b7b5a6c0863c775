// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.PersonId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * What a desk needs to know. {@code pass}: a fresh sign-in; empty = the one remembered in the desk file. {@code folder}:
 * where desks keep their files, each in a folder of its own; empty = in memory only, gone when closed. {@code remember}:
 * keep the sign-in for the next start. {@code language}: of the hub's sentences.
 */
public record WorkspaceSettings(
        HubAddress hub,
        PersonId person,
        Optional<Pass> pass,
        Optional<Path> folder,
        boolean remember,
        Locale language,
        InstantSource clock,
        Pace pace) {

    /**
     * How patient the desk is. {@code hold}: how long the hub may hold a poll, at most 25 s. {@code firstPause}, {@code
     * longestPause}: between attempts while the hub does not answer. {@code draft}: the longest time until a key is on the disk.
     * {@code far}: so many lines behind, a new copy is faster than the way there.
     */
    public record Pace(Duration hold, Duration firstPause, Duration longestPause, Duration draft, long far) {

        public static final Pace USUAL = new Pace(
                Duration.ofSeconds(25), Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofMillis(300), 20_000);
    }

    /** In memory, nothing remembered, usual pace. */
    public static WorkspaceSettings inMemory(HubAddress hub, Pass pass, InstantSource clock) {
        return new WorkspaceSettings(
                hub, pass.person(), Optional.of(pass), Optional.empty(), false, Locale.ENGLISH, clock, Pace.USUAL);
    }

    /** With files in {@code folder} and the sign-in remembered. */
    public static WorkspaceSettings inFolder(HubAddress hub, PersonId person, Path folder, InstantSource clock) {
        return new WorkspaceSettings(
                hub, person, Optional.empty(), Optional.of(folder), true, Locale.ENGLISH, clock, Pace.USUAL);
    }

    public WorkspaceSettings with(Pass fresh) {
        return new WorkspaceSettings(hub, person, Optional.of(fresh), folder, remember, language, clock, pace);
    }

    public WorkspaceSettings with(Locale next) {
        return new WorkspaceSettings(hub, person, pass, folder, remember, next, clock, pace);
    }

    public WorkspaceSettings with(Pace next) {
        return new WorkspaceSettings(hub, person, pass, folder, remember, language, clock, next);
    }

    public WorkspaceSettings remembering(boolean next) {
        return new WorkspaceSettings(hub, person, pass, folder, next, language, clock, pace);
    }
}
