package org.cosmofab.designs.manifest;

import java.math.BigDecimal;

/** The size of a part or design as its author declared it, in millimetres; preparation measures the real one. */
public record Dimensions(BigDecimal widthMm, BigDecimal depthMm, BigDecimal heightMm) {}
