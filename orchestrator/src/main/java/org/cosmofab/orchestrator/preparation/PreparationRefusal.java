package org.cosmofab.orchestrator.preparation;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why a part cannot become a program for a machine, in order of precedence. */
public enum PreparationRefusal implements Refusal.Kind {
    PROCESS_DIFFERS("The machine does not work in the part's process", Refusal.Category.UNPROCESSABLE),
    MATERIAL_UNKNOWN("The workshop does not know the material", Refusal.Category.UNPROCESSABLE),
    MATERIAL_UNFIT("The material does not come in the form that the process needs", Refusal.Category.UNPROCESSABLE),
    PART_FILE_MISSING("The part's file is missing or is not what was published", Refusal.Category.NOT_FOUND),
    MESH_UNREADABLE("The mesh file cannot be read", Refusal.Category.UNPROCESSABLE),
    MESH_NOT_SOLID("The mesh is not a closed solid", Refusal.Category.UNPROCESSABLE),
    DRAWING_UNREADABLE("The drawing cannot be read", Refusal.Category.UNPROCESSABLE),
    DRAWING_UNSAFE("The drawing holds more than lines", Refusal.Category.UNPROCESSABLE),
    DRAWING_NOT_CUTTABLE("The drawing cannot be cut as it is", Refusal.Category.UNPROCESSABLE),
    HINT_OUT_OF_RANGE("A setting of the design is out of range", Refusal.Category.UNPROCESSABLE),
    PART_TOO_LARGE("The part does not fit the machine", Refusal.Category.UNPROCESSABLE),
    FILE_KIND_UNKNOWN("There is no way from this kind of file to a program", Refusal.Category.UNPROCESSABLE),
    SETTINGS_MISSING("The workshop has no slicer settings for the material", Refusal.Category.UNPROCESSABLE),
    SLICER_MISSING("No slicer is here and the design ships no program", Refusal.Category.UNPROCESSABLE),
    SLICER_FAILED("The slicer could not make a program", Refusal.Category.UNPROCESSABLE),
    PROGRAM_IMPLAUSIBLE("The slicer's program does not make this part", Refusal.Category.UNPROCESSABLE),
    SHIPPED_PROGRAM_DIFFERS("The shipped program is not the one that was recorded", Refusal.Category.UNPROCESSABLE),
    PROGRAM_UNSAFE("The program does not pass the machine's safety gate", Refusal.Category.UNPROCESSABLE),
    PROGRAM_UNKNOWN("There is no such program", Refusal.Category.NOT_FOUND);

    private final String title;
    private final Refusal.Category category;

    PreparationRefusal(String title, Refusal.Category category) {
        this.title = title;
        this.category = category;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Category category() {
        return category;
    }
}
