// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.jspecify.annotations.Nullable;

/**
 * Words in one line that look as in a label and are cut as there, without a label's cost: whoever places it says in each layout how much room
 * there is. Of words without end no more is measured than could be seen. Widths are in pixels. Screen's thread only.
 */
public final class CutText extends Text {
    private static final String ELLIPSIS = "...";
    private static final int FIRST = 64;
    private static final double ROUNDING = 0.001;
    private static final double SPARE = 2;
    private static final char COMBINING = 0x300;
    private static final double UNKNOWN = -1;

    private String words = "";
    private Font font = getFont();
    private double room = UNKNOWN;
    private double whole = UNKNOWN;
    private double ellipsis = UNKNOWN;
    private boolean isCut;

    public CutText() {
        setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        setFontSmoothingType(FontSmoothingType.LCD);
    }

    /** With that style class. */
    public CutText(String style) {
        this();
        getStyleClass().add(style);
    }

    /** All of them, shown or not. */
    public String words() {
        return words;
    }

    /** Shows these, line breaks as spaces; the same ones again cost nothing. */
    public void show(String next) {
        String line = next.replace('\n', ' ').replace('\r', ' ');
        if (!line.equals(words)) {
            words = line;
            forget();
            // The text that is shown may stay the same, and would then ask nobody.
            Optional.ofNullable(getParent()).ifPresent(Parent::requestLayout);
        }
    }

    /** Shows as much as fits into that width, and tells whether it is all. */
    public boolean fit(double width) {
        heedFont();
        double given = Math.max(0, width);
        if (given != room) {
            room = given;
            cut();
        }
        return !isCut;
    }

    /** Of all the words, also of those that are cut off. */
    @Override
    public double prefWidth(double height) {
        heedFont();
        if (whole == UNKNOWN) {
            begin(words.length());
            whole = getLayoutBounds().getWidth();
        }
        return whole;
    }

    private void heedFont() {
        if (!font.equals(getFont())) {
            font = getFont();
            ellipsis = UNKNOWN;
            forget();
        }
    }

    private void forget() {
        whole = UNKNOWN;
        begin(FIRST);
    }

    private void begin(int count) {
        room = UNKNOWN;
        isCut = false;
        showFirst(count);
    }

    private void cut() {
        if (isCut) {
            showFirst(FIRST);
        }
        while (isWithin() && getText().length() < words.length()) {
            showFirst(2 * getText().length());
        }
        isCut = !isWithin();
        if (isCut) {
            cutOff(room - ellipsis());
        }
    }

    private void showFirst(int count) {
        setText(words.substring(0, Math.min(count, words.length())));
    }

    private boolean isWithin() {
        return getLayoutBounds().getWidth() < room + ROUNDING;
    }

    /** Leaves of what is shown as much as is within {@code left}, before an ellipsis; nothing where there is no room even for that. */
    private void cutOff(double left) {
        int count = left < 0 ? 0 : wholeLetters(fitting(left));
        setText(left < 0 ? "" : words.substring(0, count) + ELLIPSIS);
        while (count > 0 && !isWithin()) { // letters that are drawn as one are not as wide as each of them
            count = wholeLetters(count - 1);
            setText(words.substring(0, count) + ELLIPSIS);
        }
    }

    private double ellipsis() {
        if (ellipsis == UNKNOWN) {
            Text dots = new Text(ELLIPSIS);
            dots.setFont(font);
            ellipsis = dots.getLayoutBounds().getWidth();
        }
        return ellipsis;
    }

    /** How many of the characters that are shown fit into {@code left}: one measuring, unless some are written from right to left. */
    private int fitting(double left) {
        if (Bidi.requiresBidi(getText().toCharArray(), 0, getText().length())) {
            return search(left);
        }
        Bounds bounds = getLayoutBounds();
        return hitTest(new Point2D(left - SPARE, bounds.getMinY() + bounds.getHeight() / 2))
                .getCharIndex();
    }

    private int search(double left) {
        int fits = 0;
        int tooMany = getText().length();
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            showFirst(middle);
            if (getLayoutBounds().getWidth() > left) {
                tooMany = middle;
            } else {
                fits = middle;
            }
        }
        return fits;
    }

    /** No more than {@code count} characters, without a part of what is seen as one. */
    private int wholeLetters(int count) {
        if (count == 0
                || (stands(words.charAt(count - 1)) && (count == words.length() || stands(words.charAt(count))))) {
            return count;
        }
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(words.substring(0, Math.min(count + FIRST, words.length())));
        return letters.isBoundary(count) ? count : letters.preceding(count);
    }

    /** A character that is never a part of another one beside it: Latin before the combining marks, where line breaks are spaces. */
    private static boolean stands(char character) {
        return character < COMBINING;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? words : super.queryAccessibleAttribute(attribute, parameters);
    }
}
