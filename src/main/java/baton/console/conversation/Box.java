// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

/** What stands where one writes. */
public enum Box {
    /** Nothing is open. */
    NOTHING,
    /** A reply can be written. */
    REPLY,
    /** A note can be written. */
    NOTE,
    /** Nobody has it: claim it first. */
    FREE,
    /** A colleague has it. */
    OTHER,
    /** It is mine, but the service window is closed (SPEC.md W1). */
    CLOSED,
    /** It is resolved. */
    RESOLVED,
    /** This role does not write. */
    LOOKING;

    static Box of(Standing standing, boolean isNote) {
        return switch (standing) {
            case Standing.Nothing _ -> NOTHING;
            case Standing.Looking _ -> LOOKING;
            case Standing.Free _ -> isNote ? NOTE : FREE;
            case Standing.Other _ -> isNote ? NOTE : OTHER;
            case Standing.Resolved _ -> isNote ? NOTE : RESOLVED;
            case Standing.Mine mine -> isNote ? NOTE : (mine.window().isPresent() ? REPLY : CLOSED);
        };
    }

    /** Whether there is a field to write in. */
    public boolean isWriting() {
        return this == REPLY || this == NOTE;
    }
}
