import { useMemo } from 'react';
import { setWorkflow } from '../model/commands/set-workflow.ts';
import { ROOT, stepsIn } from '../model/document.ts';
import { useCatalog } from '../store/catalog.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import {
  type ClockTrigger,
  type ContractMode,
  type ContractState,
  contractOnEvent,
  contractState,
  EMPTY_CONTRACT,
  type EventTrigger,
} from './contract.ts';

export interface TriggerState {
  event: EventTrigger | null;
  /** A start by the clock, which came with an import. */
  clock: ClockTrigger | null;
  payloadSchemaRef: string;
  /** null = no event starts it. */
  contract: ContractState | null;
  isReadOnly: boolean;
  /** true = the author has to decide about the input first. */
  asks(eventName: string): boolean;
  chooseEvent(eventName: string, input: 'take' | 'keep'): void;
  removeTrigger(): void;
  change(patch: { [Name in keyof EventTrigger]?: EventTrigger[Name] | undefined }, tag?: string): void;
  chooseContract(ref: string): void;
  setMode(mode: ContractMode): void;
}

/** What starts the workflow, and what can be done about it. The mode belongs to the workflow and not to its draft. */
export function useTrigger(mode: ContractMode, onModeChange: (mode: ContractMode) => void): TriggerState {
  const editor = useEditor();
  const catalog = useCatalog();
  const head = useEditorState((state) => state.document.head);
  const hasSteps = useEditorState((state) => stepsIn(state.document, ROOT).length > 0);
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  return useMemo(() => {
    const { trigger, payloadSchemaRef } = head;
    const event = trigger?.type === 'event' ? trigger : null;
    const refOf = (eventName: string) => catalog.events.get(eventName)?.payloadSchemaRef ?? null;
    const follow = (next: ContractMode) => next !== mode && onModeChange(next);
    const onEvent = (eventName: string) => {
      const ref = refOf(eventName);
      return ref === null ? 'same' : contractOnEvent({ mode, payloadSchemaRef, hasSteps }, ref);
    };
    return {
      event,
      clock: trigger === undefined || trigger.type === 'event' ? null : trigger,
      payloadSchemaRef,
      contract:
        event === null
          ? null
          : contractState({
              mode,
              payloadSchemaRef,
              trigger: event,
              eventRef: refOf(event.eventName),
              schemaOf: (ref) => catalog.payloads.get(ref) ?? null,
            }),
      isReadOnly,
      asks: (eventName) => onEvent(eventName) === 'ask',
      chooseEvent(eventName, input) {
        const ref = refOf(eventName);
        const keeps = input === 'keep' || ref === null;
        const mapping = event?.payloadMapping;
        editor.run(
          setWorkflow({
            trigger: { type: 'event', eventName, ...(keeps && mapping !== undefined && { payloadMapping: mapping }) },
            ...(!keeps && { payloadSchemaRef: ref }),
          }),
        );
        follow(keeps ? 'pinned' : 'inferred');
      },
      removeTrigger() {
        editor.run(setWorkflow({ trigger: undefined, ...(!hasSteps && { payloadSchemaRef: EMPTY_CONTRACT }) }));
        follow('pinned');
      },
      change(patch, tag) {
        if (event === null) return;
        const merged = Object.entries({ ...event, ...patch }).filter(([, value]) => value !== undefined);
        const next = Object.fromEntries(merged) as unknown as EventTrigger;
        editor.run(setWorkflow({ trigger: next }), tag === undefined ? {} : { tag });
      },
      chooseContract: (ref) => editor.run(setWorkflow({ payloadSchemaRef: ref })),
      setMode(next) {
        const ref = event === null ? null : (event.sourcePayloadSchemaRef ?? refOf(event.eventName));
        if (next === 'inferred' && event !== null && ref !== null && ref !== payloadSchemaRef) {
          const { payloadMapping: _, ...rest } = event;
          editor.run(setWorkflow({ trigger: rest, payloadSchemaRef: ref }));
        }
        follow(next);
      },
    };
  }, [head, catalog, hasSteps, isReadOnly, mode, onModeChange, editor]);
}
