package org.myocohort.strength;

import java.util.List;

/// The muscle groups of the testing forms, in the order of the 24-muscle form.
public enum Muscle {
  NECK_FLEXORS("neck-flexors", Region.AXIAL),
  NECK_EXTENSORS("neck-extensors", Region.AXIAL),
  TRAPEZIUS("trapezius", Region.PROXIMAL),
  /// The middle part.
  DELTOID("deltoid", Region.PROXIMAL),
  BICEPS("biceps", Region.PROXIMAL),
  GLUTEUS_MAXIMUS("gluteus-maximus", Region.PROXIMAL),
  GLUTEUS_MEDIUS("gluteus-medius", Region.PROXIMAL),
  ILIOPSOAS("iliopsoas", Region.PROXIMAL),
  HAMSTRINGS("hamstrings", Region.PROXIMAL),
  QUADRICEPS("quadriceps", Region.PROXIMAL),
  WRIST_EXTENSORS("wrist-extensors", Region.DISTAL),
  WRIST_FLEXORS("wrist-flexors", Region.DISTAL),
  ANKLE_DORSIFLEXORS("ankle-dorsiflexors", Region.DISTAL),
  ANKLE_PLANTAR_FLEXORS("ankle-plantar-flexors", Region.DISTAL);

  /// Where a muscle lies; axial muscles are tested once.
  public enum Region {
    AXIAL("axial"),
    PROXIMAL("proximal"),
    DISTAL("distal");

    private final String code;

    Region(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// Which one of a pair.
  public enum Side {
    RIGHT("right"),
    LEFT("left"),
    /// Of an axial muscle.
    BOTH("");

    private final String code;

    Side(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    Side other() {
      return switch (this) {
        case RIGHT -> LEFT;
        case LEFT -> RIGHT;
        case BOTH -> BOTH;
      };
    }
  }

  /// One muscle that is tested.
  public record Site(Muscle muscle, Side side) {
    public Site {
      if ((muscle.region == Region.AXIAL) != (side == Side.BOTH)) {
        throw new IllegalArgumentException(
            "an axial muscle has no side and a limb muscle has one, was " + muscle + " " + side);
      }
    }

    /// Such as `deltoid-right`.
    public String code() {
      return side == Side.BOTH ? muscle.code : muscle.code + "-" + side.code();
    }

    Site contralateral() {
      return new Site(muscle, side.other());
    }
  }

  private final String code;
  private final Region region;

  Muscle(String code, Region region) {
    this.code = code;
    this.region = region;
  }

  public String code() {
    return code;
  }

  public Region region() {
    return region;
  }

  /// The muscle on one side, or the axial muscle itself.
  public Site on(Side side) {
    return new Site(this, region == Region.AXIAL ? Side.BOTH : side);
  }

  /// The muscle on both sides, or the axial muscle once.
  List<Site> sites() {
    return region == Region.AXIAL
        ? List.of(new Site(this, Side.BOTH))
        : List.of(new Site(this, Side.RIGHT), new Site(this, Side.LEFT));
  }
}
