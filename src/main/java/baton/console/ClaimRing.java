// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/**
 * The countdown of a hold as a ring: green, amber from 60 s, red from 15 s, empty when over. It stands still between calls of {@link
 * #show}; whoever owns it calls that on every tick. Screen's thread only.
 */
public final class ClaimRing extends Region {
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final Duration AMBER = Duration.ofSeconds(60);
    private static final Duration RED = Duration.ofSeconds(15);
    private static final double SIZE = 16;
    private static final double STROKE = 2.5;
    private static final double TOP = 90;
    private static final double WHOLE = 360;

    private final Circle track = new Circle();
    private final Arc arc = new Arc();

    public ClaimRing() {
        getStyleClass().add("claim-ring");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        track.getStyleClass().add("track");
        arc.getStyleClass().add("arc");
        arc.setType(ArcType.OPEN);
        arc.setStartAngle(TOP);
        getChildren().setAll(track, arc);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /**
     * Draws what is left until {@code until} of a hold that lasts {@code whole} (more than zero) as seen at {@code now}. {@code words}: who
     * has it and for how long, for those who hear the screen.
     */
    public void show(Instant until, Duration whole, Instant now, String words) {
        setAccessibleText(words);
        Duration left = Duration.between(now, until);
        double share = Math.clamp((double) left.toMillis() / Math.max(1, whole.toMillis()), 0, 1);
        arc.setLength(WHOLE * share);
        arc.setVisible(share > 0);
        pseudoClassStateChanged(LAST, left.compareTo(RED) <= 0);
        pseudoClassStateChanged(SOON, left.compareTo(AMBER) <= 0 && left.compareTo(RED) > 0);
    }

    /** From 0 (over) to 1 (just begun). */
    public double share() {
        return arc.getLength() / WHOLE;
    }

    @Override
    protected void layoutChildren() {
        double middle = SIZE / 2;
        double radius = (SIZE - STROKE) / 2;
        track.setCenterX(middle);
        track.setCenterY(middle);
        track.setRadius(radius);
        arc.setCenterX(middle);
        arc.setCenterY(middle);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
    }
}
