// SPDX-License-Identifier: Apache-2.0
package baton.policy;

/** Characters that leave no mark on the screen; a text of nothing else is empty for its reader. */
final class Invisible {
    private Invisible() {}

    static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || isBlankByDesign(codePoint);
    }

    /** Letters and marks by their Unicode category, drawn as nothing: fillers, the empty Braille cell, selectors, joiners. */
    private static boolean isBlankByDesign(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> isVariationSelector(codePoint);
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0x180B && codePoint <= 0x180F)
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
