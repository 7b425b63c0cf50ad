"""Faults put into a copy of the code on purpose: each must be found, or the judges are asleep."""

from dataclasses import dataclass

__all__ = ["MUTATIONS", "Mutation"]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A fault: in `file` (below pilotwire, in the tree `part`), `right` becomes `wrong`.

    `found` is what a judge must say of it, as a regular expression, in a day of OCPP `version`. The
    days of faults in `hal` are on mock pins.
    """

    name: str
    file: str
    right: str
    wrong: str
    found: str
    version: str = "2.0.1"
    seed: int = 1
    part: str = "runtime"


MUTATIONS = (
    Mutation(
        "new firmware that did not stay is told to be installed",
        "station/firmware/stages.py",
        "(Stage.ON_TRIAL, FirmwareState.FELL_BACK): Stage.INSTALLATION_FAILED,",
        "(Stage.ON_TRIAL, FirmwareState.FELL_BACK): Stage.INSTALLED,",
        r"firmware update \d+ is told to be installed, and did not stay",
        version="2.1",
        seed=24,
    ),
    Mutation(
        "a firmware file is not held against its signature",
        "station/firmware/process.py",
        "        await asyncio.to_thread(check_file, target, job.signature, key)\n",
        "        del key, check_file\n",
        r"firmware \S+ runs, which nobody has signed",
    ),
    Mutation(
        "a firmware update that was canceled is not told to be",
        "station/firmware/journal.py",
        "canceled=(), last=self._kept.canceled[-1]), *facts):\n",
        "canceled=(), last=self._kept.canceled[-1])):\n",
        r"firmware update \d+ has no end",
    ),
    Mutation(
        "the end of a firmware update is on the disk, and what is told of it is not",
        "station/firmware/journal.py",
        "*(() if fact is None else (fact,))):",
        "*(() if fact is None or kept.job is None else (fact,))):",
        r"firmware update \d+ has no end",
        version="1.6",
    ),
    Mutation(
        "a reboot for new firmware waits for no transaction",
        "station/firmware/waiting.py",
        "        self._waits = True\n        try:\n",
        "        if self._core.standing.open:\n            return\n        try:\n",
        r"firmware is (installed|to run after a reboot,) while a transaction runs",
        version="2.1",
    ),
    Mutation(
        "an upload that was canceled is not told to be",
        "station/diagnostics/uploads.py",
        "            self._keep(replace(self._kept, canceled=()), *facts)\n",
        "            self._keep(replace(self._kept, canceled=()))\n",
        r"the upload of log \d+ has no end",
        seed=17,
    ),
    Mutation(
        "EVSEs are not told of other profiles",
        "station/smart_charging/governing.py",
        "        self._current.refresh()\n        self.look()\n",
        "        self._current.refresh()\n",
        r"offers .* A at .*, and .* A are allowed since",
    ),
    Mutation(
        "nobody looks at the next boundary of a schedule",
        "station/smart_charging/governing.py",
        "            self._timer = loop.call_later(first, self.look)\n",
        "            pass\n",
        r"offers .* A at .*, and .* A are allowed since",
        version="2.1",
    ),
    Mutation(
        "after a power cut nothing is limited until a profile comes",
        "station/smart_charging/limits.py",
        "if self._station.max_current_a is not None or block.profiles:",
        "if False:",
        r"(offers|closes at) .* A at .*, which is more than",
    ),
    Mutation(
        "what others allow is only told",
        "station/smart_charging/external.py",
        "charging_profile_purpose=generation if limit.local_generation else constraints,",
        "charging_profile_purpose=generation,",
        r"offers .* A at .*, and .* A are allowed since|which is more than",
    ),
    Mutation(
        "what the station may take is not shared",
        "station/smart_charging/governing.py",
        "min(self._ledger.free_for(evse.id, share, together), wanted)",
        "min(together, wanted)",
        r"more than the station may|the station offers",
        seed=10,
    ),
    Mutation(
        "a profile is accepted, and is not on the disk",
        "store/charging_profiles.py",
        "            row.body,\n        )",
        '            "",\n        )',
        r"charging profile \d is None at .* instead of",
        version="2.1",
    ),
    Mutation(
        "a profile that is cleared comes back",
        "store/charging_profiles.py",
        "WHERE station = ? AND id = ?",
        "WHERE station = ? AND id = -?",
        r"charging profile \d+ is .* instead of|outlasts its transaction",
        version="1.6",
    ),
    Mutation(
        "a profile outlasts its transaction",
        "station/smart_charging/of_transactions.py",
        "            gone = [each.id for each in self._of(tx.id)]\n",
        "            gone: list[int] = []\n",
        "outlasts its transaction",
    ),
    Mutation(
        "anybody charges at a reserved EVSE",
        "station/reservation/block.py",
        "        if evse_id in self._needed(rest, free, plugged):\n",
        "        if evse_id in self._needed(rest, [], []):\n",
        r"EVSE \d charges \w+, and is reserved for",
    ),
    Mutation(
        "anybody uses a reservation",
        "station/reservation/reservation.py",
        "        return self.token.same_as(token) or (",
        "        return self.token.kind != token.value or (",
        r"uses the reservation \d of another",
        version="1.6",
    ),
    Mutation(
        "nobody looks whether a reservation has expired",
        "station/reservation/block.py",
        "        return min([LONGEST_LOOK, ",
        "        return max([36000.0, ",
        r"reservation \d has expired at .*, and stays|is Reserved, and nobody has reserved",
        version="2.1",
    ),
    Mutation(
        "an EVSE that is needed no more stays Reserved",
        "station/reservation/block.py",
        "if evse.id in held else changes.let_go",
        "if {evse.id, RESERVED} & {*held, *evse.state.holds} else changes.let_go",
        "is Reserved, and nobody has reserved it now",
    ),
    Mutation(
        "a local list is accepted before it is on the disk",
        "station/authorization/local_list.py",
        "            with self._records.atomic():\n                if whole:",
        "            with self._records.lazily():\n                if whole:",
        r"the local list is .* instead of",
    ),
    Mutation(
        "of changes to the local list only what is new is made",
        "store/listed_tokens.py",
        "if otherwise or any(body is None for _, _, body in changes):",
        "if otherwise:",
        r"the local list is .* instead of",
        version="1.6",
    ),
    Mutation(
        "old changes are made to a newer local list",
        "station/authorization/local_list.py",
        "if self.enabled and version <= now:",
        "if self.enabled and version < now - 100:",
        "was answered with Accepted instead of",
    ),
    Mutation(
        "the cache counts more than the local list",
        "station/authorization/decision.py",
        "= (LocalAuthorizationList, AuthorizationCache)",
        "= (AuthorizationCache, LocalAuthorizationList)",
        "which the list (accepts|refuses)",
    ),
    Mutation(
        "a list that is replaced is emptied in a commit of its own",
        "station/authorization/local_list.py",
        "            with self._records.atomic():\n                if whole:",
        "            if whole:\n"
        "                with self._records.atomic():\n"
        "                    self._table.replace(version, [])\n"
        "            with self._records.atomic():\n                if whole:",
        r"the local list is .* instead of",
    ),
    Mutation(
        "a security event that was not answered is given up",
        "station/delivery/repetition.py",
        "        if not isinstance(why, CallFailed):\n            return False\n",
        "        if not isinstance(why, CallFailed):\n            return True\n",
        r"the security events \[.*\] were told as",
    ),
    Mutation(
        "a security event of a time offline is forgotten",
        "store/lanes.py",
        '"security_event", True, Offline.KEEP_ALL,',
        '"security_event", True, Offline.DROP,',
        r"the security events \[.*\] are not on the disk",
    ),
    Mutation(
        "what is triggered is promised, and not sent",
        "station/triggers.py",
        "once_sent=lambda: self._core.spawn(_sent(send()))",
        "once_sent=lambda: send().close()",
        "was triggered, accepted, and never sent",
    ),
    Mutation(
        "a plug is unlocked in a session",
        "station/evse/control.py",
        "if state.authorization is not None and state.in_use in {None, connector_id}:",
        "if state.authorization is not None and connector_id is None:",
        "is released in a session",
        seed=12,
    ),
    Mutation(
        "a vendor's message with an unknown id goes to whoever is there",
        "station/data_transfer.py",
        "return DataTransferStatus.UNKNOWN_MESSAGE_ID if entry is None else entry",
        "return next(iter(of_vendor.values())) if entry is None else entry",
        "was answered with",
    ),
    Mutation(
        "an outbox row is deleted before its answer",
        "station/delivery/delivery.py",
        "            answer = await csms.report(fact, wire, sent.message_id)\n",
        "            with self._records.atomic():\n"
        "                self._records.outbox.remove(entry)\n"
        "            answer = await csms.report(fact, wire, sent.message_id)\n",
        r"event \d+ \(\w+\) was never told",
    ),
    Mutation(
        "a reading is deleted before its answer",
        "station/delivery/delivery.py",
        "            answer = await csms.report(fact, wire, sent.message_id)\n",
        "            if entry.intermediate:\n"
        "                with self._records.atomic():\n"
        "                    self._records.outbox.remove(entry)\n"
        "            answer = await csms.report(fact, wire, sent.message_id)\n",
        r"event \d+ \(Updated\) was never told",
        "1.6",
    ),
    Mutation(
        "a sequence number is used again",
        "station/transactions/log.py",
        "seq_no=tx.seq_no + 1,",
        "seq_no=tx.seq_no + (tx.seq_no != 2),",
        "was recorded with the sequence numbers",
    ),
    Mutation(
        "the event and its message are two commits",
        "station/transactions/log.py",
        "            self._delivery.post(event)\n",
        "        with self._records.atomic():\n            self._delivery.post(event)\n",
        "was recorded as",
    ),
    Mutation(
        "a transaction that a power cut interrupted is forgotten",
        "station/evse/evses.py",
        "await self.get(transaction.evse_id).recover(transaction)",
        "pass",
        "was recorded as .*'Updated'\\]|never ended",
    ),
    Mutation(
        "a repetition takes a new id in 1.6",
        "dialects/v16/dialect.py",
        "    keeps_ids = True",
        "    keeps_ids = False",
        r"the number \d+ is no transaction's",
        "1.6",
    ),
    Mutation(
        "a message that failed once is given up",
        "station/delivery/repetition.py",
        "return self.failures(entry) >= self.limit",
        "return self.failures(entry) > 0",
        r"event \d+ \(\w+\) was never told",
    ),
    Mutation(
        "what was offline is told as online",
        "station/delivery/delivery.py",
        "        return csms.wire(fact, offline=entry.offline)\n",
        "        return csms.wire(fact, offline=False)\n",
        "was offline, and is not told so",
    ),
    Mutation(
        "the newest message goes first",
        "store/outbox.py",
        'lane = ? ORDER BY id LIMIT 1",',
        'lane = ? ORDER BY id DESC LIMIT 1",',
        "was told with the sequence numbers",
    ),
    Mutation(
        "a full outbox drops what a bill needs",
        "station/facts/transactions.py",
        "            self.event_type is EventType.UPDATED\n",
        "            self.event_type is not EventType.STARTED\n",
        r"event \d+ \(Ended\) was never told|was recorded as",
        seed=28,
    ),
    Mutation(
        "the outbox grows without a bound",
        "store/outbox.py",
        "return self.count() >= self._capacity",
        "return self.count() < 0",
        "messages wait, which is more than there is room",
    ),
    Mutation(
        "the contactor closes before the transaction is recorded",
        "station/evse/settling.py",
        "        await self._tx.account(cause)\n        if not state.may_charge",
        "        if state.may_charge:\n            await self._supply.give()\n"
        "        await self._tx.account(cause)\n        if not state.may_charge",
        "closed without a transaction",
    ),
    Mutation(
        "the end of a transaction does not cut the energy",
        "station/evse/outlet.py",
        "(self.closed is not False or self._closing is not None)",
        "(self.closed is None or self._closing is not None)",
        "is still closed",
        seed=3,
    ),
    Mutation(
        "an order to open the contactor is taken for done",
        "station/evse/outlet.py",
        "        await asyncio.wait({opening})\n",
        "        self.closed = False\n        opening.cancel()\n        return\n",
        "is still closed|a task outlived the station",
        seed=25,
    ),
    Mutation(
        "it does not matter that the CSMS withdraws its consent",
        "station/authorization/block.py",
        "        if info is None or token is None or evse is None:\n            return\n",
        "        return\n",
        "is still closed .* the CSMS does not want",
    ),
    Mutation(
        "who is refused is unknown where nobody can be asked",
        "station/authorization/decision.py",
        "        if known is None:\n            return self._of_unknown()\n",
        "        if known is None or not known.info.accepted:\n"
        "            return self._of_unknown()\n",
        "transaction .* began for .* which (was refused|the list refuses)",
    ),
    Mutation(
        "what an answer to a transaction says of its token is not kept",
        "station/authorization/cache.py",
        "            self._put(token, answer.id_token)\n",
        "            pass\n",
        "transaction .* began for .* which was refused",
        "1.6",
        seed=45,
    ),
    Mutation(
        "a refused token has what energy it likes",
        "station/transactions/limits.py",
        "self._tx.energy_wh >= allowance.energy_wh:",
        "self._tx.energy_wh >= allowance.energy_wh + 10**9:",
        "transaction .* ended with .* and may have",
        "2.1",
        seed=36,
    ),
    Mutation(
        "a stop after a power cut takes the register from nowhere",
        "station/transactions/log.py",
        "register = max(tx.register_wh, tx.register_wh if reading is None else reading.energy_wh)",
        "register = 0.0 if reading is None else reading.energy_wh * 0.99",
        r"event \d+ has [\d.]+ Wh of",
    ),
    Mutation(
        "a power cut ends a transaction when the power comes back",
        "station/transactions/log.py",
        "cause, reading, meter_values, transaction.reported_at)",
        "cause, reading, meter_values)",
        "was ended by a power cut at",
    ),
    Mutation(
        "the times of a transaction follow a clock that is set back",
        "station/transactions/log.py",
        "max(self._clock.now(), tx.reported_at)",
        "self._clock.now()",
        "has the times",
    ),
    Mutation(
        "messages go out while the boot is pending",
        "station/provisioning/conversation.py",
        "            if answer.status is RegistrationStatus.ACCEPTED:\n                break\n",
        "            if answer.status is not RegistrationStatus.REJECTED:\n                break\n",
        "before the station was accepted",
        seed=22,
    ),
    Mutation(
        "the CSMS's number of a transaction is not kept",
        "station/transactions/log.py",
        "        if answer.csms_id is not None:\n            self._records",
        "        if answer.csms_id is None:\n            self._records",
        r"the number \d+ is no transaction's",
        "1.6",
    ),
    Mutation(
        "a start is not told anew in another version",
        "dialects/transactions.py",
        "        if start is not None:\n",
        "        if start is None and isinstance(fact, int):\n",
        "was told as|of an unknown transaction|was never told",
        "all",
    ),
    Mutation(
        "a start that was told in one version of 2.x counts in the other",
        "dialects/transactions.py",
        "if row is None or to.version in row.told:",
        "if row is None or any(version[0] == to.version[0] for version in row.told):",
        r"in 2\.(0\.)?1: was told as",
        "all",
    ),
    Mutation(
        "in 2.0.1 nothing was offline",
        "dialects/v201.py",
        '        return cast("M", narrow_any(message, self._note))\n',
        "        said = narrow_any(message, self._note)\n"
        '        said = said.replace(offline=False) if hasattr(said, "offline") else said\n'
        '        return cast("M", said)\n',
        r"event \d+ was offline, and is not told so",
    ),
    Mutation(
        "in 2.0.1 no reading is told",
        "dialects/v201.py",
        '        return cast("M", narrow_any(message, self._note))\n',
        "        said = narrow_any(message, self._note)\n"
        '        bare = said.replace(meter_value=None) if hasattr(said, "meter_value") else said\n'
        '        return cast("M", bare)\n',
        r"event \d+ told \[\] Wh of",
    ),
    Mutation(
        "in 2.0.1 it does not matter that the CSMS withdraws its consent",
        "dialects/v201.py",
        '        return cast("M", widen_any(message))\n',
        "        said = widen_any(message)\n"
        '        if type(said).__name__ == "TransactionEventResponse":\n'
        "            said = said.replace(id_token_info=None)\n"
        '        return cast("M", said)\n',
        "is still closed .* the CSMS does not want",
    ),
    Mutation(
        "an EVSE out of service lets sessions begin",
        "station/availability.py",
        "refuses=True, after_transaction=True",
        "after_transaction=True",
        "began out of service",
        "1.6",
        seed=13,
    ),
    Mutation(
        "a slot has another turn when the clock is set back",
        "station/metering/slots.py",
        "self._core.clock.had_turn(self._interval.title, slot):\n",
        "self._core.clock.had_turn(self._interval.title, slot) and slot < now:\n",
        r"EVSE \d: \d clock-aligned values of",
    ),
    Mutation(
        "clock-aligned values cease",
        "station/metering/slots.py",
        "note_turn(self._interval.title, slot)\n        self._arrange()\n",
        "note_turn(self._interval.title, slot)\n",
        "no clock-aligned values of",
    ),
    Mutation(
        "a signed value is tidied up on its way",
        "dialects/v2x/metering.py",
        "        signed_meter_data=signed.data,\n",
        '        signed_meter_data=signed.data.rstrip("="),\n',
        "a signed value was changed",
    ),
    Mutation(
        "a signed value is told beside the value of another reading",
        "station/transactions/metering/values.py",
        "            value=round(one.value, 3) if one.unit is None else one.value,\n",
        "            value=round(one.value) // 10 * 10.0 if one.unit is None else one.value,\n",
        "a signed value of",
        "1.6",
    ),
    Mutation(
        "what was wrong before a restart is wrong for ever",
        "station/evse/reports.py",
        "        if again and only is None:\n            self._problems",
        "        if again and only:\n            self._problems",
        "is over, and was never told to be",
        seed=13,
    ),
    Mutation(
        "that a part works again is not told",
        "station/evse/problems.py",
        "                self._tell(fault, now, cleared=True)\n        for fault in new:",
        "        for fault in new:",
        "is over, and was never told to be",
    ),
    Mutation(
        "a transaction that goes on is numbered anew",
        "station/transactions/control.py",
        "points=tx.points - _ENERGY, resume=False)",
        "points=tx.points - _ENERGY, resume=False, seq_no=1)",
        "was recorded with the sequence numbers",
    ),
    Mutation(
        "a transaction goes on with another id",
        "station/transactions/control.py",
        "points=tx.points - _ENERGY, resume=False)",
        "points=tx.points - _ENERGY, resume=False, id=tx.id[::-1])",
        "was recorded as|never ended|no transaction is on disk",
        "2.1",
        seed=2,
    ),
    Mutation(
        "what was the password is forgotten when it changes",
        "station/provisioning/password.py",
        "                self._passwords.remember(self._core.device_model, here)\n",
        "                pass\n",
        "has found no way back",
        "1.6",
        seed=15,
    ),
    Mutation(
        "there is a copy of a private key",
        "station/security/file_keys.py",
        "        self._folder.write(file_of(name), content)\n",
        "        self._folder.write(file_of(name), content)\n"
        '        self._folder.write("copy", content)\n',
        "the private key of .* is in certificates/copy",
    ),
    Mutation(
        "a private key is logged",
        "station/security/requests.py",
        "            key = await asyncio.to_thread(self._own.keys.create)\n",
        "            key = await asyncio.to_thread(self._own.keys.create)\n"
        "            log.debug(self._own.keys.path(key).read_text())\n",
        "the private key of .* was said or logged",
    ),
    Mutation(
        "any certificate is taken that is sent",
        "station/security/own.py",
        "        check_own(chain, trusted, key=key, subject=subject, now=now)\n",
        "",
        "a certificate is taken whose fault is|has found no way back",
        seed=14,
    ),
    Mutation(
        "what worked last is forgotten",
        "charging_station/route.py",
        "        if worked not in [profile for _, profile in hops]:\n",
        "        if not hops:\n",
        "has found no way back",
        "2.1",
    ),
    Mutation(
        "the pilot is believed after half a second",
        "hal/gpio/pilot.py",
        "if self._seen >= self._config.confirm:",
        "if self._seen >= 25:",
        r"contacts are closed at .* after: the pilot is in state",
        part="hal",
    ),
    Mutation(
        "a meter shows what is not written yet",
        "hal/gpio/pulses.py",
        "        return self._saved * 1000",
        "        return self._count * 1000",
        r"Wh of .* Wh|Wh were billed",
        part="hal",
    ),
    Mutation(
        "a contactor is open as soon as it is told to be",
        "hal/gpio/contactor.py",
        "        await self._arrives(closed=False, order=None)\n",
        "",
        r"Wh were billed|Wh of .* Wh|under load",
        part="hal",
    ),
)
