// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** An upright scroll bar over something whose height is counted in pixels. Screen's thread only. */
public final class PixelBar extends ScrollBar {
    /** How wide it is, in pixels. */
    public static final double WIDTH = 10;

    private boolean isShowing;

    /** {@code dragged}: where a person moved it to, in pixels from the top. */
    public PixelBar(DoubleConsumer dragged) {
        setOrientation(Orientation.VERTICAL);
        setFocusTraversable(false);
        valueProperty().subscribe(value -> {
            if (!isShowing) {
                dragged.accept(value.doubleValue());
            }
        });
    }

    /** {@code from}: pixels above the view; {@code total}: of all there is; {@code line}: one step of its arrows. */
    public void show(double from, double total, double viewport, double line) {
        isShowing = true;
        double range = Math.max(0, total - viewport);
        setMax(range);
        setVisibleAmount(range * viewport / Math.max(1, total));
        setUnitIncrement(line);
        setBlockIncrement(viewport * 0.9);
        setValue(Math.clamp(from, 0, range));
        setVisible(range > 0);
        isShowing = false;
    }

    /** At the right edge of an area of that size. */
    public void stand(double width, double height) {
        resizeRelocate(width - WIDTH, 0, WIDTH, height);
    }
}
