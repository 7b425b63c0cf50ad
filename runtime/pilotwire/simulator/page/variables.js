// The variables of a station and its keys of 1.6: found by a word, and set one at a time.
const SHOWN = 100;

export default {
  template: `
    <div class="pw-column" style="gap: 10px">
      <div class="pw-row">
        <q-input v-model="sought" class="pw-field pw-grow" outlined dense clearable type="search" debounce="150"
                 label="Search variables and keys" autocomplete="off" spellcheck="false" />
        <q-select v-model="which" class="pw-field" outlined dense options-dense emit-value map-options label="Which"
                  :options="kinds" style="min-width: 150px" />
      </div>
      <ul class="pw-lines" aria-label="Variables and keys">
        <li v-for="row in shown" :key="row.key" class="pw-variable">
          <div class="pw-grow">
            <div class="pw-break"><b>{{ row.name }}</b><span v-if="row.attribute !== 'Actual'" class="pw-soft">
              {{ row.attribute }}</span></div>
            <div class="pw-mono pw-break">{{ row.value === null ? "(not shown)" : row.value === "" ? "(empty)" : row.value }}</div>
            <div class="pw-soft pw-small">{{ row.about }}</div>
            <form v-if="editing === row.key" class="pw-row pw-row-top" style="margin-top: 8px" @submit.prevent="set(row)">
              <q-select v-if="row.values.length && !row.list" v-model="draft" class="pw-field pw-grow" outlined dense
                        options-dense :options="row.values" :label="'New value of ' + row.name" />
              <q-input v-else v-model="draft" class="pw-field pw-grow" outlined dense autofocus autocomplete="off"
                       spellcheck="false" :label="'New value of ' + row.name"
                       :hint="row.values.length ? 'Of: ' + row.values.join(', ') : undefined" />
              <q-btn unelevated no-caps class="pw-button pw-main" label="Set" type="submit" />
              <q-btn unelevated no-caps class="pw-button pw-plain" label="Cancel" @click="editing = null" />
              <p v-if="wrong" class="pw-wrong pw-small" role="alert" style="flex: 1 0 100%">{{ wrong }}</p>
            </form>
          </div>
          <q-btn v-if="row.settable && editing !== row.key" unelevated no-caps class="pw-button pw-slim" label="Set"
                 :aria-label="'Set ' + row.name + (row.attribute === 'Actual' ? '' : ' ' + row.attribute)"
                 @click="edit(row)" />
        </li>
      </ul>
      <p v-if="!rows.length" class="pw-empty">{{ empty }}</p>
      <p v-else class="pw-foot">{{ shown.length }} of {{ found.length }} found, {{ rows.length }} in all</p>
    </div>`,
  props: { rows: Array, empty: String },
  data: () => ({
    sought: "",
    which: "all",
    editing: null,
    draft: "",
    wrong: "",
    kinds: [
      { label: "All", value: "all" },
      { label: "Can be set", value: "settable" },
      { label: "Variables", value: "variables" },
      { label: "Keys of 1.6", value: "keys" },
    ],
  }),
  computed: {
    found() {
      const words = (this.sought || "").toLowerCase().split(/\s+/).filter(Boolean);
      return this.rows.filter((row) => this.goes(row) &&
        words.every((word) => `${row.name} ${row.attribute} ${row.value}`.toLowerCase().includes(word)));
    },
    shown() {
      return this.found.slice(0, SHOWN);
    },
  },
  methods: {
    goes(row) {
      if (this.which === "settable") return row.settable;
      if (this.which === "variables") return row.name.includes(".");
      if (this.which === "keys") return !row.name.includes(".");
      return true;
    },
    edit(row) {
      this.editing = row.key;
      this.draft = row.value ?? "";
      this.wrong = "";
    },
    set(row) {
      this.wrong = "";
      this.$emit("set", { name: row.name, attribute: row.attribute, value: String(this.draft ?? "") });
    },
    done(wrong) {
      this.wrong = wrong;
      if (!wrong) this.editing = null;
    },
  },
};
