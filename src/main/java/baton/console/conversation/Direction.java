// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

/** Which way a text runs: its first strong letter decides, as phones do. Pure. */
final class Direction {
    private Direction() {}

    static boolean isRightToLeft(String text) {
        return text.codePoints()
                        .map(Direction::strength)
                        .filter(strength -> strength != 0)
                        .findFirst()
                        .orElse(1)
                < 0;
    }

    private static int strength(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> 1;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> -1;
            default -> 0;
        };
    }
}
